import { type PropertyMap } from "../../../core/value";
import { text } from "../account";
import { Refusal } from "../refusal";
import { type CloudFunction, type CloudView } from "../resource";
import { projectType } from "./project";

export const getApikeys: CloudFunction = {
  token: "supabase:index/getApikeys:getApikeys",
  secrets: ["anonKey", "serviceRoleKey", "publishableKey", "secretKeys"],
  call: ({ inputs, cloud }) => {
    const ref = existingRef(inputs, cloud);
    return {
      id: ref,
      projectRef: ref,
      anonKey: jwt(cloud, ref, "anon"),
      serviceRoleKey: jwt(cloud, ref, "service_role"),
      publishableKey: `sb_publishable_${cloud.derive(`${ref}:publishable`).slice(0, 31)}`,
      secretKeys: [
        { name: "default", apiKey: `sb_secret_${cloud.derive(`${ref}:secret`).slice(0, 31)}` },
      ],
    };
  },
};

/** The URL holds a placeholder for the password, as the API's does; the region is the project's. */
export const getPooler: CloudFunction = {
  token: "supabase:index/getPooler:getPooler",
  call: ({ inputs, cloud }) => {
    const ref = existingRef(inputs, cloud);
    const region = text(cloud.find(projectType, ref)?.outputs["region"], "us-east-1");
    const url = `postgresql://postgres.${ref}:[YOUR-PASSWORD]@aws-0-${region}.pooler.supabase.com:6543/postgres`;
    return { id: ref, projectRef: ref, url: { transaction: url } };
  },
};

export const getNetworkBans: CloudFunction = {
  token: "supabase:index/getNetworkBans:getNetworkBans",
  call: ({ inputs, cloud }) => {
    const ref = existingRef(inputs, cloud);
    return { id: ref, projectRef: ref, bannedIpv4Addresses: [] };
  },
};

function existingRef(inputs: PropertyMap, cloud: CloudView): string {
  const ref = text(inputs["projectRef"], "");
  if (cloud.find(projectType, ref)) return ref;
  throw new Refusal(
    'Client Error: Unable to read project, got status 404: {"message":"Project not found"}',
  );
}

/** A legacy key in the form of a token; its signature is this cloud's own, so it opens nothing anywhere. */
function jwt(cloud: CloudView, ref: string, role: string): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const head = part({ alg: "HS256", typ: "JWT" });
  return `${head}.${part({ iss: "supabase", ref, role })}.${cloud.derive(`${ref}:${role}`)}`;
}

import { isPropertyMap, type PropertyMap, type Value } from "../../../core/value";
import { list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

/**
 * An app of App Platform: everything that it runs is in its spec, and a change of the spec, name and region included, is a
 * deployment in place. Source: digitalocean/terraform-provider-digitalocean, digitalocean/app/resource_app.go.
 */
export const app: CloudResource = {
  type: "digitalocean:index/app:App",
  computed: [
    "activeDeploymentId",
    "appUrn",
    "createdAt",
    "dedicatedIps",
    "defaultIngress",
    "liveDomain",
    "liveUrl",
    "projectId",
    "updatedAt",
  ],
  claims: ({ inputs }) => [
    ...[nameOf(inputs)].map((name) => ({
      key: `digitalocean:app:${name}`,
      refusal: `Error creating App: POST https://api.digitalocean.com/v2/apps: 409 app name "${name}" already exists`,
    })),
    ...domainsOf(inputs).map(({ name }) => ({
      key: `digitalocean:app-domain:${name}`,
      refusal: `Error creating App: POST https://api.digitalocean.com/v2/apps: 409 domain "${name}" is already in use by another app`,
    })),
  ],
  create: ({ inputs }) => {
    const id = ids.uuid();
    const now = utc(new Date());
    const host = `${nameOf(inputs)}-${ids.digitaloceanSuffix()}.ondigitalocean.app`;
    const live = domainsOf(inputs).find(({ type }) => type === "PRIMARY")?.name ?? host;
    return {
      id,
      outputs: {
        activeDeploymentId: ids.uuid(),
        appUrn: `do:app:${id}`,
        createdAt: now,
        dedicatedIps: dedicatedIps(inputs),
        defaultIngress: `https://${host}`,
        liveDomain: live,
        liveUrl: `https://${live}`,
        projectId: text(inputs["projectId"], ids.uuid()),
        updatedAt: now,
      },
    };
  },
};

interface Domain {
  name: string;
  type: Value | undefined;
}

function domainsOf({ spec }: PropertyMap): Domain[] {
  if (!isPropertyMap(spec)) return [];
  return list(spec["domainNames"]).flatMap((one) =>
    isPropertyMap(one) && typeof one["name"] === "string"
      ? [{ name: one["name"], type: one["type"] }]
      : [],
  );
}

function nameOf({ spec }: PropertyMap): string {
  return isPropertyMap(spec) ? text(spec["name"], "") : "";
}

/** Two addresses of its own, from which it speaks to others, where the spec asks for them. */
function dedicatedIps({ spec }: PropertyMap): PropertyMap[] {
  const egresses = isPropertyMap(spec) ? list(spec["egresses"]) : [];
  const asked = egresses.some((one) => isPropertyMap(one) && one["type"] === "DEDICATED_IP");
  if (!asked) return [];
  return ["192.0.2.10", "192.0.2.11"].map((ip) => ({ id: ids.uuid(), ip, status: "ASSIGNED" }));
}

/** `2026-11-22 02:30:00 +0000 UTC`, as the provider writes times. */
function utc(now: Date): string {
  return `${now.toISOString().slice(0, 19).replace("T", " ")} +0000 UTC`;
}

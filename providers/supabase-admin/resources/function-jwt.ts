import { type PropertyMap } from "../../../core/value";
import { type Api } from "../api";
import { isAbsent } from "../http/errors";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";
import { ignoringAbsent } from "./addons";

export const functionJwt: AdminResource = {
  type: "supabase-admin:index/functionJwt:FunctionJwt",
  description:
    "Whether an edge function checks the caller's token before it runs. Deleting the resource turns the check on again, which is Supabase's default.",
  inputs: {
    projectRef,
    slug: {
      type: "string",
      description: "Slug of the function, which must exist. A change replaces.",
      required: true,
      replaces: true,
      pattern: /^[A-Za-z][A-Za-z0-9_-]*$/,
    },
    verifyJwt: {
      type: "boolean",
      description: "False lets anybody call it: for webhooks that prove themselves otherwise.",
      required: true,
    },
    deployment: {
      type: "string",
      description:
        "What was deployed, such as a checksum of its files. A deployment may undo the setting, so another one sets it again. Not sent.",
    },
  },
  outputs: {},
  idOf: (inputs) => `${text(inputs, "projectRef")}/${text(inputs, "slug")}`,
  create: set,
  update: (api, _known, news) => set(api, news),
  read: async (api, { id, inputs }) => {
    const [ref, slug] = parts(id);
    try {
      const found = await api.get<{ verify_jwt?: boolean }>(ref, at(slug));
      return existing(ref, slug, found.verify_jwt ?? true, inputs);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  delete: (api, { id }) => {
    const [ref, slug] = parts(id);
    return ignoringAbsent(api.patch(ref, at(slug), { verify_jwt: true }));
  },
};

async function set(api: Api, inputs: PropertyMap): Promise<Existing> {
  const [ref, slug] = [text(inputs, "projectRef"), text(inputs, "slug")];
  const verify = inputs["verifyJwt"] === true;
  await api.patch(ref, at(slug), { verify_jwt: verify });
  return existing(ref, slug, verify, inputs);
}

/** The API knows nothing of a deployment's files: that input is as it was given. */
const existing = (
  ref: string,
  slug: string,
  verifyJwt: boolean,
  { deployment }: PropertyMap,
): Existing => ({
  id: `${ref}/${slug}`,
  inputs: {
    projectRef: ref,
    slug,
    verifyJwt,
    ...(deployment !== undefined && { deployment }),
  },
  outputs: {},
});

const at = (slug: string) => `/functions/${encodeURIComponent(slug)}`;

function parts(id: string): [ref: string, slug: string] {
  const [ref = "", slug = ""] = id.split("/");
  return [ref, slug];
}

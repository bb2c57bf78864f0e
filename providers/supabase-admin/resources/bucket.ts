import { isDeepStrictEqual } from "node:util";
import { type PropertyMap, type Value } from "../../../core/value";
import { type Api } from "../api";
import { ApiError, isAbsent, Refusal } from "../http/errors";
import { type AdminResource, type Existing, projectRef, text } from "../model/resource";
import { once } from "../once";
import { ignoringAbsent } from "./addons";

interface Bucket {
  name: string;
  public: boolean;
  file_size_limit: number | null;
  allowed_mime_types: string[] | null;
}

export const bucket: AdminResource = {
  type: "supabase-admin:index/bucket:Bucket",
  description: "A bucket of the project's Storage. Deleting one that is not empty is refused.",
  inputs: {
    projectRef,
    name: {
      type: "string",
      description: "1 to 100 characters, no slash. A change replaces.",
      required: true,
      replaces: true,
      pattern: /^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/,
    },
    public: {
      type: "boolean",
      description: "Anybody may read every object by its URL, whatever the row policies say.",
      default: false,
    },
    fileSizeLimit: {
      type: "integer",
      description: "Bytes of one object. Left out: the project's limit.",
      minimum: 1,
      maximum: 536_870_912_000,
    },
    allowedMimeTypes: {
      type: "strings",
      description: "Such as `image/png` or `image/*`. Left out: any.",
    },
  },
  outputs: {},
  idOf: (inputs) => `${text(inputs, "projectRef")}/${text(inputs, "name")}`,
  create: async (api, inputs) => {
    const ref = text(inputs, "projectRef");
    const name = text(inputs, "name");
    const body = { id: name, name, ...settings(inputs) };
    const made = await once(api, {
      find: () => find(api, ref, name),
      make: () => api.storage(ref, "/bucket", { method: "POST", body }),
    });
    refuseOther(made, inputs);
    return made;
  },
  read: (api, { id }) => find(api, ...parts(id)),
  update: async (api, { id }, news) => {
    const [ref, name] = parts(id);
    await api.storage(ref, at(name), { method: "PUT", body: settings(news) });
    const found = await find(api, ref, name);
    if (!found) throw new Error(`the bucket ${id} is gone`);
    return found;
  },
  delete: async (api, { id }) => {
    const [ref, name] = parts(id);
    await ignoringAbsent(api.storage(ref, at(name), { method: "DELETE" }));
  },
};

/** A bucket of ours whose reply was lost is exactly as asked for; any other is somebody's, and stays as it is. */
function refuseOther(found: Existing, inputs: PropertyMap): void {
  if (isDeepStrictEqual(settings(found.inputs), settings(inputs))) return;
  const name = text(inputs, "name");
  throw new Refusal(
    `a bucket ${name} is there already, with other settings; take it over with \`pulumi import\` (id ${found.id}), or choose another name`,
  );
}

/** What is left out goes back to the default. */
function settings(inputs: PropertyMap): Omit<Bucket, "name"> {
  return {
    public: inputs["public"] === true,
    file_size_limit: (inputs["fileSizeLimit"] as number | undefined) ?? null,
    allowed_mime_types: (inputs["allowedMimeTypes"] as string[] | undefined) ?? null,
  };
}

/** The Storage API answers 400 as well as 404 for a bucket that is not there. */
async function find(api: Api, ref: string, name: string): Promise<Existing | undefined> {
  try {
    return existing(ref, (await api.storage(ref, at(name), { method: "GET" })) as Bucket);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (error instanceof ApiError && /bucket not found/i.test(error.reason)) return undefined;
    throw error;
  }
}

function existing(ref: string, found: Bucket): Existing {
  const { name, public: isPublic, file_size_limit: limit, allowed_mime_types: types } = found;
  const optional: Record<string, Value | null> = { fileSizeLimit: limit, allowedMimeTypes: types };
  const given = Object.entries(optional).filter(([, value]) => value !== null);
  return {
    id: `${ref}/${name}`,
    inputs: {
      projectRef: ref,
      name,
      public: isPublic,
      ...(Object.fromEntries(given) as PropertyMap),
    },
    outputs: {},
  };
}

const at = (name: string) => `/bucket/${encodeURIComponent(name)}`;

function parts(id: string): [ref: string, name: string] {
  const cut = id.indexOf("/");
  return [id.slice(0, cut), id.slice(cut + 1)];
}

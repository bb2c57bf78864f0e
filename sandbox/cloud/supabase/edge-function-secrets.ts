import { createHash } from "node:crypto";
import { isPropertyMap, type PropertyMap } from "../../../core/value";
import { list, text } from "../account";
import { type CloudResource } from "../resource";
import { needsProject } from "./project";

/** All secrets of a project's functions in one object; the API answers their digests, never their values. */
export const edgeFunctionSecrets: CloudResource = {
  type: "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets",
  derive: ({ inputs }) => ({ secretDigests: digestsOf(inputs) }),
  needs: needsProject,
  create: ({ inputs }) => ({ id: text(inputs["projectRef"], "") }),
};

function digestsOf(inputs: PropertyMap): PropertyMap {
  const digests = list(inputs["secrets"]).flatMap((entry) => {
    if (!isPropertyMap(entry)) return [];
    const { name, value } = entry;
    if (typeof name !== "string" || typeof value !== "string") return [];
    return [[name, createHash("sha256").update(value).digest("hex")] as const];
  });
  return Object.fromEntries(digests);
}

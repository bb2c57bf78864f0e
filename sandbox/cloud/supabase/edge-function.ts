import { createHash } from "node:crypto";
import { type PropertyMap } from "../../../core/value";
import { list, text } from "../account";
import { ids } from "../ids";
import { Refusal } from "../refusal";
import { type CloudResource, type CloudView } from "../resource";
import { needsProject } from "./project";

/** Deployed from files of the project's folder: another content is another checksum, and deploys anew. */
export const edgeFunction: CloudResource = {
  type: "supabase:index/edgeFunction:EdgeFunction",
  autonamed: true,
  watched: ["localChecksum"],
  computed: ["createdAt", "status", "updatedAt", "version"],
  derive: ({ inputs, cloud }) => {
    const localChecksum = checksumOf(inputs, cloud);
    return { localChecksum, checksum: localChecksum };
  },
  needs: needsProject,
  claims: ({ inputs }) => [
    {
      key: `supabase:function:${text(inputs["projectRef"], "")}:${text(inputs["slug"], "")}`,
      refusal: `Client Error: Unable to create function, got status 409: {"message":"Function ${text(inputs["slug"], "")} already exists"}`,
    },
  ],
  create: () => {
    const now = Date.now();
    const outputs = { status: "ACTIVE", version: 1, createdAt: now, updatedAt: now };
    return { id: ids.uuid(), outputs };
  },
};

/** SHA-256 over the files that are named. Globs of static files count by their text alone. */
function checksumOf(inputs: PropertyMap, cloud: CloudView): string {
  const hash = createHash("sha256");
  for (const name of ["entrypoint", "importMap"]) {
    const path = text(inputs[name], "");
    if (path) hash.update(`${name}\n`).update(contentOf(path, cloud));
  }
  hash.update(JSON.stringify(list(inputs["staticFiles"])));
  return hash.digest("hex");
}

function contentOf(path: string, cloud: CloudView): Buffer {
  const content = cloud.readFile(path);
  if (content) return content;
  throw new Refusal(`Unable to read function file: open ${path}: no such file or directory`);
}

import { createHash } from "node:crypto";
import { byText } from "../core/order";

/** Name of the file that lists the others of a report. */
export const manifestName = "manifest.json";
/** Name of the manifest's detached signature, as `ssh-keygen -Y sign` makes it. */
export const signatureName = `${manifestName}.sig`;

export interface ListedFile {
  name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
  bytes: number;
}

/** What a report consists of and what it was made from, each with its digest. */
export interface Manifest {
  version: 1;
  project: string;
  stack: string;
  /** ISO 8601 in UTC: when the stack was judged. */
  at: string;
  groundwork: string;
  /** The files of the report. */
  files: readonly ListedFile[];
  /** What it was made from, relative to the project: not part of the report, so that only who has them can check them. */
  inputs: readonly ListedFile[];
}

export function listedFile(name: string, content: string | Uint8Array): ListedFile {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, sha256, bytes: bytes.length };
}

export function writeManifest(manifest: Manifest): string {
  const sorted = {
    ...manifest,
    files: manifest.files.toSorted(byText(({ name }) => name)),
    inputs: manifest.inputs.toSorted(byText(({ name }) => name)),
  };
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

/** What became of one file since its manifest was written. */
export type FileFate = "as listed" | "changed" | "missing" | "not listed";

/** Each file that is listed or there, and whether it is what the manifest says. */
export function compareFiles(
  listed: readonly ListedFile[],
  there: readonly ListedFile[],
): { name: string; fate: FileFate }[] {
  const found = new Map(there.map((file) => [file.name, file]));
  const known = new Set(listed.map(({ name }) => name));
  return [
    ...listed.map(({ name, sha256 }) => ({ name, fate: fateOf(found.get(name), sha256) })),
    ...there
      .filter(({ name }) => !known.has(name))
      .map(({ name }) => ({ name, fate: "not listed" as const })),
  ].sort(byText(({ name }) => name));
}

function fateOf(found: ListedFile | undefined, sha256: string): FileFate {
  if (!found) return "missing";
  return found.sha256 === sha256 ? "as listed" : "changed";
}

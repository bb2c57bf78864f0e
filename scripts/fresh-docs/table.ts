import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/** Where the table stands, from the root of the repository. */
export const tableFile = "docs/freshness.yaml";

const entry = z.strictObject({
  /** What the page describes: globs of files, from the root, as git reads them. */
  about: z.array(z.string().min(1)).min(1),
  /** Day on which somebody last read the page beside those files. */
  reviewed: z.iso.date(),
  /** Who did, by role. */
  by: z.string().min(1),
});
export type Entry = z.infer<typeof entry>;

/** Pages written by hand, by their path. */
export type FreshnessTable = Readonly<Record<string, Entry>>;

/** Throws where the file is not of that form. */
export function readTable(root: string): FreshnessTable {
  const text = readFileSync(path.join(root, tableFile), "utf8");
  return z.record(z.string(), entry).parse(parse(text));
}

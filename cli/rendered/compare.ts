import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../core/errors";
import type { RenderedFile } from "../../render/service";

/** A rendered file beside the one in the folder. */
export interface ComparedFile {
  file: string;
  state: "same" | "missing" | "changed";
  /** The first line that differs, from 1. */
  line?: number;
}

/** Each file that the stack file comes to, and whether the folder holds just that. */
export function compareFiles(folder: string, files: readonly RenderedFile[]): ComparedFile[] {
  return files.map(({ file, text }): ComparedFile => {
    const target = path.join(folder, file);
    if (!existsSync(target)) return { file, state: "missing" };
    const there = readFileSync(target, "utf8");
    if (there === text) return { file, state: "same" };
    return { file, state: "changed", line: firstDifference(there, text) };
  });
}

/** What a person has to know about those that are not the same. */
export function differenceProblems(
  compared: readonly ComparedFile[],
  { folder, command }: { folder: string; command: string },
): Problem[] {
  const fix = `run ${command} and commit what it writes`;
  return compared.flatMap(({ file, state, line }): Problem[] => {
    const where = { file: path.join(folder, file), ...(line !== undefined && { line }) };
    if (state === "missing") return [{ where, found: "no such file", fix }];
    if (state === "same") return [];
    return [{ where, found: "another text than the stack file comes to", fix }];
  });
}

function firstDifference(one: string, other: string): number {
  const [a, b] = [one.split("\n"), other.split("\n")];
  const index = b.findIndex((line, at) => line !== a[at]);
  return (index === -1 ? b.length : index) + 1;
}

import { readFileSync } from "node:fs";
import path from "node:path";
import { text as textOfStream } from "node:stream/consumers";
import { UserError } from "../core/errors";
import type { Deployment } from "../state/checkpoint";
import { readExport } from "../state/export";
import type { Context } from "./context";

const standardInput = "-";

/** An exported state out of a file, or out of standard input where the file is `-`. */
export async function readExportedState(
  { cwd }: Pick<Context, "cwd">,
  given: string,
  input: AsyncIterable<Buffer | string> = process.stdin,
): Promise<Deployment> {
  if (given === standardInput) {
    return readExport(await textOfStream(input as NodeJS.ReadableStream), "standard input");
  }
  const file = path.resolve(cwd, given);
  return readExport(read(file), file);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    const found = code === "ENOENT" ? "no such file" : `cannot be read (${code})`;
    const fix = "name a file that pulumi stack export wrote, or - for standard input";
    throw new UserError([{ where: { file }, found, fix }], 2);
  }
}

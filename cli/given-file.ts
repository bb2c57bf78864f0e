import { readFileSync } from "node:fs";
import path from "node:path";
import { text as textOfStream } from "node:stream/consumers";
import { UserError } from "../core/errors";
import type { Context } from "./context";

const standardInput = "-";

/** A file that a person named, as text, and what it is called in messages. */
export interface GivenFile {
  text: string;
  file: string;
}

/** Reads a file that a person named, or standard input where that is `-`. `fix` says what to name. */
export async function readGiven(
  { cwd }: Pick<Context, "cwd">,
  given: string,
  fix: string,
  input: AsyncIterable<Buffer | string> = process.stdin,
): Promise<GivenFile> {
  if (given === standardInput) {
    return { text: await textOfStream(input as NodeJS.ReadableStream), file: "standard input" };
  }
  const file = path.resolve(cwd, given);
  try {
    return { text: decoded(readFileSync(file)), file };
  } catch (error) {
    const { code = "unknown error" } = error as NodeJS.ErrnoException;
    const found = code === "ENOENT" ? "no such file" : `cannot be read (${code})`;
    throw new UserError([{ where: { file }, found, fix }], 2);
  }
}

/** PowerShell's `>` writes UTF-16, and other tools of Windows a mark before UTF-8: neither is part of the text. */
function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

import type { Deployment } from "../state/checkpoint";
import { readExport } from "../state/export";
import type { Context } from "./context";
import { readGiven } from "./given-file";

/** An exported state out of a file, or out of standard input where the file is `-`. */
export async function readExportedState(
  context: Pick<Context, "cwd">,
  given: string,
  input?: AsyncIterable<Buffer | string>,
): Promise<Deployment> {
  const fix = "name a file that pulumi stack export wrote, or - for standard input";
  const { text, file } = await readGiven(context, given, fix, input);
  return readExport(text, file);
}

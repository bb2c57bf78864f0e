import { createColors } from "picocolors";

type Stream = { readonly isTTY?: boolean };

/**
 * Whether to write colours: on a terminal only, as `npx groundwork check > file` and the log of a pipeline are read
 * as plain text. `NO_COLOR` (no-color.org) and `FORCE_COLOR` overrule that, in this order.
 */
export function coloursWanted(env: NodeJS.ProcessEnv, stream: Stream): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

export const colours = createColors(coloursWanted(process.env, process.stdout));

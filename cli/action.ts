import path from "node:path";
import type { Command } from "commander";
import { type Context, type ExitCode, type Format, formats } from "./context";
import { createTerminal } from "./terminal";

export interface GlobalOptions {
  cwd?: string;
  format: Format;
  quiet: boolean;
}

/** A command: what it needs is passed in, what it comes to is its exit code. */
export type Run<Args extends unknown[]> = (context: Context, ...args: Args) => Promise<ExitCode>;

/**
 * Wraps a command for commander: it gets its context, and its exit code becomes the process's. A form of the result that
 * it does not offer is refused.
 */
export function action<Args extends unknown[]>(
  run: Run<Args>,
  offers: readonly Format[] = formats,
) {
  return async (...all: unknown[]) => {
    const command = all.pop() as Command;
    const { format } = command.optsWithGlobals<GlobalOptions>();
    if (!offers.includes(format)) {
      command.error(
        `error: no ${format} of ${command.name()}: --format takes ${offers.join(", ")}`,
      );
    }
    process.exitCode = await run(contextOf(command), ...(all as Args));
  };
}

function contextOf(command: Command): Context {
  const { cwd, format, quiet } = command.optsWithGlobals<GlobalOptions>();
  return {
    terminal: createTerminal({ out: process.stdout, err: process.stderr }, quiet),
    cwd: path.resolve(cwd ?? process.cwd()),
    env: process.env,
    packageRoot: path.resolve(__dirname, ".."),
    clock: () => new Date(),
    format,
  };
}

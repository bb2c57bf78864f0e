import path from "node:path";
import type { Context } from "../../cli/context";

export const packageRoot = path.resolve(__dirname, "../..");

/** A command's context that keeps what is said. */
export interface SpokenContext {
  context: Context;
  /** What went to standard output, a text a call. */
  out: string[];
  notes: string[];
  /** Resolves once that many texts have gone to standard output. */
  said: (this: void, count: number) => Promise<string>;
}

export function spokenContext(over: Partial<Context> = {}): SpokenContext {
  const out: string[] = [];
  const notes: string[] = [];
  let told = () => {};
  const terminal = {
    out: (text: string) => {
      out.push(text);
      told();
    },
    note: (text: string) => void notes.push(text),
    progress: () => ({ update() {}, done() {}, fail() {} }),
  };
  const context: Context = {
    terminal,
    cwd: packageRoot,
    env: {},
    packageRoot,
    clock: () => new Date("2026-11-21T12:00:00Z"),
    format: "text",
    ...over,
  };
  const said = async (count: number): Promise<string> => {
    while (out.length < count) await new Promise<void>((resolve) => (told = resolve));
    return out[count - 1] ?? "";
  };
  return { context, out, notes, said };
}

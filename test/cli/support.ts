import path from "node:path";
import type { Context } from "../../cli/context";

export const packageRoot = path.resolve(__dirname, "../..");

/** A command's context that keeps what is said. */
export interface SpokenContext {
  context: Context;
  /** What went to standard output, a text a call. */
  out: string[];
  notes: string[];
  /** Waits for the next text on standard output of which this is true; those before it are passed over. */
  until: (this: void, wanted: (text: string) => boolean) => Promise<string>;
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
  let read = 0;
  const until: SpokenContext["until"] = async (wanted) => {
    for (;;) {
      const text = out[read];
      if (text === undefined) {
        await new Promise<void>((resolve) => (told = resolve));
        continue;
      }
      read += 1;
      if (wanted(text)) return text;
    }
  };
  return { context, out, notes, until };
}

import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { finished } from "node:stream/promises";
import os from "node:os";
import path from "node:path";

/** Where and with what commands of a workflow run here. */
export interface Site {
  /** Folder of the project. */
  root: string;
  /** What takes the place of `groundwork`: a script of Node. */
  bin: string;
  env: NodeJS.ProcessEnv;
}

export interface Shell {
  /** Runs a step's text as GitHub does, into a log; answers its exit code. */
  run(text: string, env: Record<string, string>, log: string): Promise<number>;
  close(): void;
}

/** Commands that have no account behind them: they are the same on a runner. */
const offline = "report|verify|check|estimate|audit|sandbox";

/**
 * A shell whose `npx` starts this groundwork on the sandbox of the project. It is the one thing that is different from a
 * runner: every other word of a step is run as it stands in the workflow.
 */
export function openShell({ root, bin, env }: Site): Shell {
  const folder = mkdtempSync(path.join(os.tmpdir(), "pipeline-"));
  const npx = path.join(folder, "npx");
  writeFileSync(npx, npxText(bin, root), { mode: 0o700 });
  const around = { ...env, PATH: `${folder}${path.delimiter}${env.PATH ?? ""}` };
  return {
    async run(text, own, log) {
      const options = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", text];
      const child = spawn("bash", options, {
        cwd: root,
        env: { ...around, ...own },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const out = createWriteStream(log);
      child.stdout.pipe(out, { end: false });
      child.stderr.pipe(out, { end: false });
      const code = await new Promise<number>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", (exit) => resolve(exit ?? 2));
      });
      out.end();
      await finished(out);
      return code;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function npxText(bin: string, root: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const start = `exec ${quoted(process.execPath)} ${quoted(bin)} -C ${quoted(root)} "$@"`;
  return `#!/bin/sh
if [ "$1" != groundwork ]; then echo "npx: only groundwork runs here, not $1" >&2; exit 2; fi
shift
case "$1" in
  ${offline}) ${start} ;;
  *) ${start} --sandbox ;;
esac
`;
}

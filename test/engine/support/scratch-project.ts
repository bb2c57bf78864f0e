import { spawn } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { revokeApproval } from "../../../gate/write";
import { stopSandbox } from "../../../sandbox/client";

const repository = path.resolve(__dirname, "../../..");
const bin = path.join(repository, "cli/bin/groundwork.cjs");
const copied = /^(Pulumi(\..+)?\.yaml|tsconfig\.json|package\.json)$/;
const linked = [
  "index.ts",
  "core",
  "catalogue",
  "config",
  "components",
  "providers",
  "runtime",
  "sdks",
  "schema",
  "node_modules",
];

/**
 * The engine writes the whole state before and after each step: of an update of prod four fifths of its work. With this it
 * writes it once, at the end, also of an update that failed.
 */
export const savedAtEnd = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

export interface ScratchOptions {
  /** Whether the engine saves its state at each step, as it does for a person: for tests that end it in the middle. */
  checkpoints?: boolean;
}

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** A folder with the example product's own stack files, so that tests edit them and keep their own sandbox. */
export interface ScratchProject {
  root: string;
  /** Runs `groundwork` on the project to its end. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Finished>;
  /**
   * Resources by what an `up` of the stack would do to them, as a preview tells: half the work of an `up` that finds
   * nothing to do. Its approval is taken back, since the next `up` may be of something else.
   */
  planned(stack: string): Promise<Record<string, number>>;
  /** Replaces text that must be there. */
  edit(file: string, from: string | RegExp, to: string): void;
  read(file: string): string;
  /** Makes a stack the one that declares what exists once, so that it needs no other to be up. */
  owns(stack: string): void;
  /** Every file of the project itself, without the folder that runs write to. */
  tracked(): Record<string, string>;
  /** Stops the sandbox and removes the folder. */
  remove(): Promise<void>;
}

export function scratchProject({ checkpoints = false }: ScratchOptions = {}): ScratchProject {
  const root = mkdtempSync(path.join(os.tmpdir(), "groundwork-"));
  for (const name of readdirSync(repository)) {
    if (copied.test(name)) cpSync(path.join(repository, name), path.join(root, name));
  }
  for (const name of linked) symlinkSync(path.join(repository, name), path.join(root, name));
  cpSync(path.join(repository, "supabase"), path.join(root, "supabase"), { recursive: true });
  const file = (name: string) => path.join(root, name);
  const read = (name: string) => readFileSync(file(name), "utf8");
  const saving = checkpoints ? {} : savedAtEnd;
  const run: ScratchProject["run"] = (args, env) =>
    groundwork(["-C", root, ...args], { ...saving, ...env });
  const edit: ScratchProject["edit"] = (name, from, to) => {
    const before = read(name);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${name} does not hold ${String(from)}`);
    writeFileSync(file(name), after);
  };
  const planned: ScratchProject["planned"] = async (stack) => {
    const preview = ["preview", stack, "--sandbox", "--format", "json"];
    const { code, stdout, stderr } = await run(preview);
    if (code !== 0) throw new Error(stderr + stdout);
    revokeApproval(root, stack);
    return (JSON.parse(stdout) as { changes: Record<string, number> }).changes;
  };
  return {
    root,
    run,
    planned,
    read,
    edit,
    owns: (stack) =>
      edit(
        `Pulumi.${stack}.yaml`,
        /^config:\n/m,
        `config:\n  groundwork:shared: { owner: ${stack} }\n`,
      ),
    tracked: () =>
      Object.fromEntries(
        readdirSync(root, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => [name, read(name)]),
      ),
    async remove() {
      await stopSandbox(path.join(root, ".groundwork", "sandbox"), { force: true });
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Runs the command line as a person would, with nothing of this process's Pulumi settings. */
export function groundwork(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  return runNode([bin, ...args], env);
}

/** Runs Node on a script, with nothing of this process's Pulumi settings. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...withoutPulumi(process.env), NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

function withoutPulumi(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(PULUMI_(?!HOME$)|GROUNDWORK_|VITEST)/.test(name),
  );
  return Object.fromEntries(kept);
}

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { leaseSandbox, stopSandbox } from "../../../sandbox/client";
import { locateEngine, withEngineOnPath } from "../../../sandbox/engine/locate";

const repository = path.resolve(__dirname, "../../..");

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

export interface EngineProjectOptions {
  /** Default true. Without one the program can declare components only. */
  sandbox?: boolean;
}

/** A project of one compiled program on a sandbox of its own, driven by the engine itself: nothing of our CLI. */
export interface EngineProject {
  folder: string;
  /** Home of the sandbox cloud. */
  cloud: string;
  /** Compiles a program, TypeScript in, as what the project runs. */
  program(source: string): Promise<void>;
  /** Starts `pulumi` and lets it run. */
  start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  /** Runs `pulumi` to its end. What the program and the packs inherit can be added to. */
  pulumi(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Finished>;
  remove(): Promise<void>;
}

export async function engineProject(
  name: string,
  stack: string,
  { sandbox = true }: EngineProjectOptions = {},
): Promise<EngineProject> {
  const engine = locateEngine(process.env);
  if (!engine.found) throw new Error(`no engine: ${engine.reason}; run npm start once`);
  const folder = mkdtempSync(path.join(os.tmpdir(), "engine-"));
  const at = (...parts: string[]) => path.join(folder, ...parts);
  mkdirSync(at("state"));
  symlinkSync(path.join(repository, "node_modules"), at("node_modules"));
  symlinkSync(path.join(repository, "runtime"), at("runtime"));
  writeFileSync(at("package.json"), JSON.stringify({ name, main: "program.cjs" }));
  const runtime = {
    name: "nodejs",
    options: { typescript: false, nodeargs: "--require ./runtime/preload.cjs" },
  };
  writeFileSync(at("Pulumi.yaml"), JSON.stringify({ name, runtime }));
  const cloud = sandbox ? await leasedCloud(folder) : undefined;
  const env = {
    ...withEngineOnPath(process.env, engine),
    PULUMI_BACKEND_URL: `file://${at("state")}`,
    PULUMI_HOME: at("home"),
    PULUMI_CONFIG_PASSPHRASE: "engine-test",
    ...(cloud && {
      PULUMI_DEBUG_PROVIDERS: cloud.debugProviders,
      GROUNDWORK_SUPABASE_ENDPOINT: cloud.supabaseEndpoint,
    }),
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    NO_COLOR: "1",
  };
  const start: EngineProject["start"] = (args, more = {}) =>
    spawn(engine.path, [...args, "--non-interactive"], { cwd: folder, env: { ...env, ...more } });
  const project: EngineProject = {
    folder,
    cloud: at("cloud"),
    start,
    pulumi: (args, more) => finish(start(args, more)),
    async program(source) {
      await compile(source, at("program.cjs"));
    },
    async remove() {
      await cloud?.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const made = await project.pulumi(["stack", "init", stack]);
  if (made.code !== 0) throw new Error(made.stderr);
  return project;
}

/** Names the provider plugin supabase-admin in the project's file, by the folder that it lies in. */
export function namePlugin({ folder }: EngineProject, plugin: string): void {
  const file = path.join(folder, "Pulumi.yaml");
  const settings = JSON.parse(readFileSync(file, "utf8")) as object;
  const plugins = { providers: [{ name: "supabase-admin", path: plugin }] };
  writeFileSync(file, JSON.stringify({ ...settings, plugins }));
}

/** A sandbox of these sources, wherever the tests run. */
async function leasedCloud(folder: string) {
  const home = path.join(folder, "cloud");
  const daemon = await compiledDaemon(folder);
  const lease = await leaseSandbox({ home, daemon });
  return {
    debugProviders: lease.debugProviders,
    supabaseEndpoint: lease.supabaseEndpoint,
    async release() {
      await lease.release();
      await stopSandbox(home, { force: true });
      for (const file of [daemon, `${daemon}.map`]) rmSync(file, { force: true });
    },
  };
}

/** In dist/ where there is one: from there it finds what the sandbox checks inputs against. */
async function compiledDaemon(folder: string): Promise<string> {
  const daemon = path.join(repository, "dist", `sandbox-${path.basename(folder)}.cjs`);
  const outfile = existsSync(path.dirname(daemon)) ? daemon : path.join(folder, "sandbox.cjs");
  await compile(path.join(repository, "sandbox/daemon/main.ts"), outfile);
  return outfile;
}

/** Compiles a program or a policy pack, TypeScript in; packages are found where the file lies. */
export async function compile(source: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
  });
}

async function finish(child: ChildProcess): Promise<Finished> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code: code ?? -1, stdout, stderr };
}

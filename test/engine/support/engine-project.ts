import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

/** A project of one compiled program on a sandbox of its own, driven by the engine itself: nothing of our CLI. */
export interface EngineProject {
  folder: string;
  /** Home of the sandbox cloud. */
  cloud: string;
  /** Compiles a program, TypeScript in, as what the project runs. */
  program(source: string): Promise<void>;
  /** Starts `pulumi` and lets it run. */
  start(args: readonly string[]): ChildProcess;
  /** Runs `pulumi` to its end. */
  pulumi(args: readonly string[]): Promise<Finished>;
  remove(): Promise<void>;
}

export async function engineProject(name: string, stack: string): Promise<EngineProject> {
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
  const lease = await leaseSandbox({ home: at("cloud"), daemon: await compiledDaemon(folder) });
  const env = {
    ...withEngineOnPath(process.env, engine),
    PULUMI_BACKEND_URL: `file://${at("state")}`,
    PULUMI_HOME: at("home"),
    PULUMI_CONFIG_PASSPHRASE: "engine-test",
    PULUMI_DEBUG_PROVIDERS: lease.debugProviders,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    NO_COLOR: "1",
  };
  const start: EngineProject["start"] = (args) =>
    spawn(engine.path, [...args, "--non-interactive"], { cwd: folder, env });
  const project: EngineProject = {
    folder,
    cloud: at("cloud"),
    start,
    pulumi: (args) => finish(start(args)),
    async program(source) {
      await compile(source, at("program.cjs"));
    },
    async remove() {
      await lease.release();
      await stopSandbox(at("cloud"), { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const made = await project.pulumi(["stack", "init", stack]);
  if (made.code !== 0) throw new Error(made.stderr);
  return project;
}

/** The sandbox of these sources, wherever the tests run. */
async function compiledDaemon(folder: string): Promise<string> {
  const daemon = path.join(repository, "dist", `sandbox-${path.basename(folder)}.cjs`);
  const outfile = existsSync(path.dirname(daemon)) ? daemon : path.join(folder, "sandbox.cjs");
  await compile(path.join(repository, "sandbox/daemon/main.ts"), outfile);
  return outfile;
}

async function compile(source: string, outfile: string): Promise<void> {
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

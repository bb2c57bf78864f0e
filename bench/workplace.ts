import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { readStackInput } from "../cli/stack-input";
import { findProject } from "../cli/project";
import { profileOf } from "../config/profile";
import { sandboxCopy } from "../config/stack-file";
import { earlyConfig } from "../policies/host/early";
import { leaseSandbox, stopSandbox } from "../sandbox/client";
import { locateEngine, withEngineOnPath } from "../sandbox/engine/locate";
import {
  emptyProgram,
  flatProgram,
  grownFile,
  peakHook,
  writeEmptyPack,
  writeProject,
} from "./programs";

const execute = promisify(execFile);

/** Folders, a sandbox and an engine of the bench's own, so that nobody's sandbox or settings take part. */
export interface Workplace {
  repository: string;
  /** Path of the engine. */
  engine: string;
  engineVersion: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of something in the workplace. */
  at: (...names: string[]) => string;
  remove(): Promise<void>;
}

export const stack = "bench";
export const productStacks = ["dev", "prod"] as const;
const sizes = [100, 1000] as const;

/** Everything that rows name. Throws when there is no engine. */
export async function openWorkplace(repository: string): Promise<Workplace> {
  const engine = locateEngine(process.env);
  if (!engine.found) throw new Error(`no engine: ${engine.reason}`);
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const at = (...names: string[]) => path.join(folder, ...names);
  mkdirSync(at("state"));
  // The sandbox reads the sources of edge functions below its project.
  symlinkSync(path.join(repository, "supabase"), at("supabase"));
  const cloud = at(".groundwork", "sandbox");
  const daemon = path.join(repository, "dist", "sandbox.cjs");
  const lease = await leaseSandbox({ home: cloud, daemon });
  const env = {
    ...withEngineOnPath(withoutPulumi(process.env), engine),
    PULUMI_HOME: at("home"),
    PULUMI_BACKEND_URL: `file://${at("state")}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_DEBUG_PROVIDERS: lease.debugProviders,
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    GROUNDWORK_RESULTS: at("results.jsonl"),
  };
  const workplace: Workplace = {
    repository,
    engine: engine.path,
    engineVersion: engine.version,
    env,
    at,
    async remove() {
      await lease.release();
      await stopSandbox(cloud, { force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await furnish(workplace).catch(async (error: unknown) => {
    await workplace.remove();
    throw error;
  });
  return workplace;
}

async function furnish(workplace: Workplace): Promise<void> {
  const { at, repository } = workplace;
  writeEmptyPack(at("empty-pack"), repository);
  for (const preload of [true, false]) {
    await furnishProject(workplace, { name: "empty", program: emptyProgram, preload });
    for (const size of sizes) {
      const name = String(size);
      const folder = await furnishProject(workplace, { name, program: flatProgram, preload });
      const count = ["config", "set", "bench:count", name, "--stack", stack];
      await pulumi(workplace, folder, count);
    }
  }
  for (const each of productStacks) await furnishProduct(workplace, each);
  await furnishOffline(workplace);
}

/** What runs without an engine: our program alone, and in a stack that is grown with it. */
async function furnishOffline({ at, repository }: Workplace): Promise<void> {
  symlinkSync(path.join(repository, "node_modules"), at("node_modules"));
  writeFileSync(at("peak.cjs"), peakHook(at("peak")));
  await build({
    entryPoints: ["stacks", "thousand", "bill", "reported"].map((name) =>
      path.join(repository, "bench", `${name}.ts`),
    ),
    outdir: at(),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    // The offline run tells from it where a resource is declared, as it does for our own program.
    sourcemap: true,
  });
  const file = readFileSync(path.join(repository, "Pulumi.prod.yaml"), "utf8");
  mkdirSync(at("large"));
  writeFileSync(at("large", "Pulumi.prod.yaml"), grownFile(file));
}

async function furnishProject(
  workplace: Workplace,
  { name, program, preload }: { name: string; program: string; preload: boolean },
): Promise<string> {
  const { at, repository } = workplace;
  const folder = at(preload ? name : `${name}-plain`);
  writeProject({ folder, name: `bench-${path.basename(folder)}`, program, preload, repository });
  await pulumi(workplace, folder, ["stack", "init", stack]);
  return folder;
}

/** The product runs in the repository, on a copy of its stack file; its stack is made elsewhere, as the CLI does it. */
async function furnishProduct(workplace: Workplace, name: string): Promise<void> {
  const { at, repository } = workplace;
  const project = findProject(repository);
  const { text, file, settings } = readStackInput(project, name);
  const copy = sandboxCopy(text, file.missingSecrets, project.name);
  writeFileSync(at(`Pulumi.${name}.yaml`), copy);
  writeFileSync(at(`policy-${name}.json`), JSON.stringify(earlyConfig(profileOf(settings))));
  const folder = at(`init-${name}`);
  mkdirSync(folder);
  const bare = JSON.stringify({ name: project.name, runtime: "nodejs" });
  writeFileSync(path.join(folder, "Pulumi.yaml"), bare);
  await pulumi(workplace, folder, ["stack", "init", name]);
}

async function pulumi({ engine, env }: Workplace, cwd: string, args: string[]): Promise<void> {
  await execute(engine, [...args, "--non-interactive"], { cwd, env: { ...env } });
}

/** A person's own settings would be measured along. */
function withoutPulumi(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(PULUMI_|GROUNDWORK_)/.test(name) || name === "PULUMI_HOME",
  );
  return Object.fromEntries(kept);
}

/** Version of this repository, for the report's first line. */
export function ownVersion(repository: string): string {
  const text = readFileSync(path.join(repository, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

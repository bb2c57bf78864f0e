import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { noEngine, unwritableHome } from "./advice";
import { fromGo } from "./from-go";
import { fromNpm } from "./from-npm";
import { installHost, isCurrentHost } from "./host-file";
import { type FoundEngine, locateEngine } from "./locate";
import { withLock } from "./lock.mjs";
import { isExecutable } from "./executables";
import {
  ENGINE_FILE,
  engineFolder,
  type Environment,
  type ProjectPlaces,
  pulumiHome,
  versionFolder,
} from "./places";
import { type ProgressStream, startStep } from "./progress.mjs";
import { type EngineSource } from "./sources";
import { TEMPORARY, temporaryRoot } from "./temporary";

export interface ObtainOptions {
  env: Environment;
  project: ProjectPlaces;
  /** Where progress goes. Default: standard error. */
  stream?: ProgressStream;
  /** In the order in which they are tried. */
  sources?: readonly EngineSource[];
  platform?: NodeJS.Platform;
}

/** The engine when nothing is left to do: found, and our language host, where it is ours, is the compiled one. */
export function readyEngine(env: Environment, project: ProjectPlaces): FoundEngine | undefined {
  const engine = locateEngine(env);
  if (!engine.found) return undefined;
  const isOurs = engine.source === "go";
  return isOurs && !isCurrentHost(dirname(engine.path), project.languageHost) ? undefined : engine;
}

/**
 * Makes sure that there is an engine, silently when there is. Safe to interrupt and to run twice at once: the second
 * waits for the first and uses what it made.
 * @throws UserError (exit code 2) when no way worked, with the commands that help on this platform.
 */
export async function obtainEngine(options: ObtainOptions): Promise<FoundEngine> {
  const { env, project } = options;
  const ready = readyEngine(env, project);
  if (ready) return ready;
  try {
    return await withLock(lockFile(env), (share) => obtainAlone(options, share), {
      onWait: (pid) => say(options, `Waiting for the set-up of process ${pid} to get the engine.`),
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR"].includes(code ?? "")) {
      throw unwritableHome(pulumiHome(env), error as NodeJS.ErrnoException);
    }
    throw error;
  }
}

async function obtainAlone(options: ObtainOptions, share: (pid: number) => void) {
  const { env, project } = options;
  const now = readyEngine(env, project);
  if (now) return now;
  sweep(env);
  const reasons = isOnlyHostMissing(env, project) ? [] : await trySources(options, share);
  const engine = locateEngine(env);
  if (engine.found) return engine;
  throw noEngine([engine.reason, ...reasons], options.platform ?? process.platform);
}

/** An engine that we or the npm package installed only needs our host, new or newer. */
function isOnlyHostMissing(env: Environment, project: ProjectPlaces): boolean {
  if (!hasEngineFile(env)) return false;
  installHost(engineFolder(env), project.languageHost);
  return locateEngine(env).found;
}

async function trySources(options: ObtainOptions, share: (pid: number) => void): Promise<string[]> {
  const reasons: string[] = [];
  for (const source of options.sources ?? [fromNpm, fromGo]) {
    const step = startStep(source.label, { stream: options.stream, hint: source.hint });
    const reason = await source.obtain({ ...options, step, share }).finally(() => step.end());
    if (reason === undefined) return [];
    reasons.push(reason);
  }
  return reasons;
}

function hasEngineFile(env: Environment): boolean {
  return isExecutable(join(engineFolder(env), ENGINE_FILE));
}

function lockFile(env: Environment): string {
  return `${versionFolder(env)}.lock`;
}

/** Removes what interrupted runs left. Only under the lock: no other run is at work then. */
function sweep(env: Environment): void {
  const leftovers: [folder: string, name: RegExp][] = [
    [temporaryRoot(env), TEMPORARY],
    [engineFolder(env), /\.tmp$/],
  ];
  for (const [folder, name] of leftovers) {
    for (const entry of existsSync(folder) ? readdirSync(folder) : []) {
      if (name.test(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
    }
  }
}

function say({ stream = process.stderr }: ObtainOptions, line: string): void {
  stream.write(`${line}\n`);
}

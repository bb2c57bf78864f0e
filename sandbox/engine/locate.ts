import { realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { isExecutable, isNpmWrapper, onPath } from "./executables";
import { hostIn, hostOrigin, type HostOrigin } from "./host-file";
import { ENGINE_FILE, engineFolder, type Environment, HOST_FILES } from "./places";
import { engineVersion } from "./probe";
import { compareVersions, ENGINE_VERSION, OLDEST_ENGINE } from "./versions";

export interface FoundEngine {
  found: true;
  /** Absolute path of the program. */
  path: string;
  /** `major.minor.patch`. */
  version: string;
  /** `npm`: installed by the npm package `pulumi`; `go`: built by this project. */
  source: "PATH" | "npm" | "go";
  /** Whose Node language host the engine will start. */
  languageHost: HostOrigin;
}

export interface MissingEngine {
  found: false;
  /** Why there is none: one clause for each place that was looked at. */
  reason: string;
}

/**
 * The engine to use: on PATH when it is new enough and has a language host, else the one at the place of the npm
 * package. Starts no process, but once for each new engine, to ask its version.
 */
export function locateEngine(env: Environment): FoundEngine | MissingEngine {
  const answers = [...enginesOnPath(env), installedEngine(env)];
  const found = answers.find((answer) => answer.found);
  if (found) return found;
  const reasons = answers.flatMap((answer) => (answer.found ? [] : [answer.reason]));
  return { found: false, reason: reasons.join("; ") };
}

function enginesOnPath(env: Environment): (FoundEngine | MissingEngine)[] {
  const installed = engineFolder(env);
  const files = onPath([ENGINE_FILE], env).filter(
    (file) => !isNpmWrapper(file) && dirname(realpathSync(file)) !== installed,
  );
  if (files.length === 0) return [{ found: false, reason: "no pulumi on PATH" }];
  return files.map((file) => judge(file, env));
}

function judge(path: string, env: Environment): FoundEngine | MissingEngine {
  const version = engineVersion(path, env);
  if (!version) return { found: false, reason: `${path} does not tell its version` };
  if (compareVersions(version, OLDEST_ENGINE) < 0) {
    return { found: false, reason: `${path} is ${version}, older than ${OLDEST_ENGINE}` };
  }
  const languageHost = hostFor(path, env);
  if (!languageHost) return { found: false, reason: `${path} has no pulumi-language-nodejs` };
  return { found: true, path, version, source: "PATH", languageHost };
}

/** As the engine itself looks: PATH first, then beside its real file. */
function hostFor(engine: string, env: Environment): HostOrigin | undefined {
  const [ambient] = onPath(HOST_FILES, env).filter((file) => !isNpmWrapper(file));
  return ambient ? hostOrigin(ambient) : hostIn(dirname(realpathSync(engine)));
}

function installedEngine(env: Environment): FoundEngine | MissingEngine {
  const folder = engineFolder(env);
  const path = join(folder, ENGINE_FILE);
  if (!isExecutable(path)) return { found: false, reason: `none in ${folder}` };
  const version = engineVersion(path, env);
  if (version !== ENGINE_VERSION) return { found: false, reason: `${path} does not run` };
  const languageHost = hostIn(folder);
  if (!languageHost) return { found: false, reason: `${path} has no pulumi-language-nodejs` };
  const source = languageHost === "official" ? "npm" : "go";
  return { found: true, path, version, source, languageHost };
}

/**
 * Variables with which to start an engine: its own folder comes first on PATH, as the npm package does it, so that no
 * language host of another version is taken.
 */
export function withEngineOnPath(env: Environment, engine: FoundEngine): Environment {
  const path = [dirname(engine.path), env.PATH].filter(Boolean).join(delimiter);
  return { ...env, PATH: path };
}

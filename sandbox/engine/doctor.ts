import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FoundEngine, locateEngine } from "./locate";
import { type Environment, projectPlaces } from "./places";
import { readyEngine } from "./obtain";
import { runTool } from "./run-tool";
import { compareVersions, ENGINE_VERSION, OLDEST_GO, versionIn } from "./versions";

/** One thing that was looked for on this machine. */
export interface DoctorFact {
  name: "node" | "npm" | "go" | "git" | "dependencies" | "build" | "engine" | "language host";
  /** `warn`: works, or is only needed sometimes. */
  state: "ok" | "warn" | "missing";
  /** What was found, for example a version. */
  version?: string;
  /** What to do or to know, as one sentence. */
  advice?: string;
}

export interface Machine {
  env: Environment;
  projectDir: string;
  /** Node's own, such as `20.20.2`. Default: this process's. */
  nodeVersion?: string;
}

/** Everything that this project needs of a machine, in the order in which a person mends it. */
export async function doctorFacts(machine: Machine): Promise<DoctorFact[]> {
  const [npm, go, git] = await Promise.all([
    toolVersion("npm", ["--version"], machine.env),
    toolVersion("go", ["version"], machine.env),
    toolVersion("git", ["--version"], machine.env),
  ]);
  const engine = locateEngine(machine.env);
  return [
    nodeFact(machine.nodeVersion ?? process.versions.node),
    toolFact("npm", npm, "npm comes with Node: install Node from https://nodejs.org"),
    toolFact("git", git, "install git: reports name the commit that they judge"),
    dependenciesFact(machine),
    buildFact(machine),
    engine.found
      ? {
          name: "engine",
          state: "ok",
          version: `${engine.version} (${engine.path}, ${engine.source})`,
        }
      : { name: "engine", state: "missing", advice: `run \`npm start\`: ${engine.reason}` },
    hostFact(engine.found ? engine : undefined, machine),
    goFact(go, engine.found),
  ];
}

function nodeFact(version: string): DoctorFact {
  const advice =
    compareVersions(version, "22.0.0") < 0
      ? "the Pulumi SDK asks for Node 22; 20.20 works and is what this project is tested on"
      : undefined;
  return { name: "node", state: "ok", version, advice };
}

function toolFact(name: "npm" | "git", version: string | undefined, advice: string): DoctorFact {
  return version ? { name, state: "ok", version } : { name, state: "missing", advice };
}

function dependenciesFact({ projectDir }: Machine): DoctorFact {
  const name = "dependencies";
  return existsSync(join(projectDir, "node_modules", ".groundwork-stamp"))
    ? { name, state: "ok", version: "installed" }
    : { name, state: "missing", advice: "run `npm start`, which installs them" };
}

function buildFact({ projectDir }: Machine): DoctorFact {
  return existsSync(join(projectDir, "dist", "program.cjs"))
    ? { name: "build", state: "ok", version: "dist/" }
    : { name: "build", state: "missing", advice: "run `npm start`, which compiles the program" };
}

function hostFact(engine: FoundEngine | undefined, machine: Machine): DoctorFact {
  const name = "language host";
  if (!engine) return { name, state: "missing", advice: "it comes with the engine" };
  if (engine.languageHost === "official") return { name, state: "ok", version: "official" };
  return readyEngine(machine.env, projectPlaces(machine.projectDir))
    ? { name, state: "ok", version: "this project's, for machines without the official one" }
    : { name, state: "warn", version: "outdated", advice: "run `npm start`, which replaces it" };
}

/** Go only matters where the engine must be built. */
function goFact(version: string | undefined, hasEngine: boolean): DoctorFact {
  if (!version) {
    const advice = `only needed to build the engine: ${OLDEST_GO} or newer, from https://go.dev/dl`;
    return { name: "go", state: hasEngine ? "warn" : "missing", advice };
  }
  if (compareVersions(version, OLDEST_GO) >= 0) return { name: "go", state: "ok", version };
  const advice = `to build engine ${ENGINE_VERSION} it fetches Go ${OLDEST_GO} by itself, unless GOTOOLCHAIN=local`;
  return { name: "go", state: "warn", version, advice };
}

async function toolVersion(command: string, args: string[], env: Environment) {
  const { code, tail } = await runTool({ command, args, env: { ...env } });
  return code === 0 ? versionIn(tail.join("\n")) : undefined;
}

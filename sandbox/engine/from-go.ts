import { renameSync } from "node:fs";
import { join } from "node:path";
import { onPath } from "./executables";
import { installHost } from "./host-file";
import { ENGINE_FILE, engineFolder, type Environment } from "./places";
import { askVersion } from "./probe";
import { runTool } from "./run-tool";
import { type EngineSource, type SourceContext } from "./sources";
import { type Step } from "./progress.mjs";
import { inTemporaryFolder } from "./temporary";
import { ENGINE_VERSION, OLDEST_GO } from "./versions";

const COMMAND = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
const VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/**
 * Builds the engine from Pulumi's own Go module, every module checked against the committed go.sum, and puts our
 * language host beside it: the official one is no part of any module.
 */
export const fromGo: EngineSource = {
  label: `Building the Pulumi engine ${ENGINE_VERSION} from its Go module`,
  hint: "once, about 5 minutes on 2 cores; safe to interrupt, it goes on where it stopped",
  async obtain(context: SourceContext) {
    const [go] = onPath(process.platform === "win32" ? ["go.exe"] : ["go"], context.env);
    if (!go) return `no Go on PATH to build it with (${OLDEST_GO} or newer)`;
    return inTemporaryFolder("build", context.env, (work) => buildIn(work, go, context));
  },
};

async function buildIn(work: string, go: string, { env, project, step, share }: SourceContext) {
  const built = join(work, ENGINE_FILE);
  const { code, tail } = await runTool({
    command: go,
    args: buildArguments(built),
    cwd: project.goModule,
    env: goEnvironment(env, work),
    onLine: buildWatcher(step),
    onStart: share,
  });
  if (code !== 0) return `go build failed (${errorsIn(tail) || `exit code ${code}`})`;
  if (askVersion(built, env) !== ENGINE_VERSION) return "the engine that Go built does not run";
  // The host first: an engine in its place always has one.
  installHost(engineFolder(env), project.languageHost);
  renameSync(built, join(engineFolder(env), ENGINE_FILE));
  return undefined;
}

/** Without the names of packages, which are progress. */
function errorsIn(lines: string[]): string {
  return lines.filter((line) => /[\s:]/.test(line)).join(" | ");
}

function buildArguments(output: string): string[] {
  const ldflags = `-s -w -X ${VERSION_VARIABLE}=v${ENGINE_VERSION}`;
  return ["build", "-v", "-o", output, "-ldflags", ldflags, COMMAND];
}

/** No file of the project may change (readonly), no workspace around it counts, no C compiler is needed. */
function goEnvironment(env: Environment, work: string): NodeJS.ProcessEnv {
  return { ...env, GOFLAGS: "-mod=readonly", GOWORK: "off", CGO_ENABLED: "0", GOTMPDIR: work };
}

/** Packages that a build from nothing compiles; only for the line that people watch. */
const PACKAGES = 1680;

/** `go build -v` writes a line for each module that it downloads and each package that it compiles. */
function buildWatcher(step: Step): (line: string) => void {
  let downloads = 0;
  let packages = 0;
  return (line) => {
    if (line.startsWith("go: ")) {
      downloads++;
      step.update(`${downloads} modules downloaded`);
    } else {
      packages++;
      step.update(`${packages} of up to ${PACKAGES} packages compiled`);
    }
  };
}

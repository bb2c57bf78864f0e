import { UserError } from "../../core/errors";
import { ENGINE_VERSION, OLDEST_ENGINE, OLDEST_GO } from "./versions";

/** Commands that install the engine or Go, by `process.platform`; Linux's serve every other POSIX system. */
const COMMANDS: Partial<Record<NodeJS.Platform, { engine: string; go: string }>> = {
  darwin: { engine: "brew install pulumi/tap/pulumi", go: "brew install go" },
  win32: { engine: "winget install pulumi", go: "winget install GoLang.Go" },
};

const POSIX = {
  engine: `curl -fsSL https://get.pulumi.com | sh -s -- --version ${ENGINE_VERSION}`,
  go: "install Go from https://go.dev/dl and put its bin folder on PATH",
};

/** Told when every way of getting the engine failed; `reasons` says why, one clause each. */
export function noEngine(reasons: readonly string[], platform: NodeJS.Platform): UserError {
  const { engine, go } = COMMANDS[platform] ?? POSIX;
  const problem = {
    where: { path: "the Pulumi engine" },
    found: reasons.join("; "),
    allowed: `pulumi ${OLDEST_ENGINE} or newer, or Go ${OLDEST_GO} or newer to build it`,
    fix: `run \`${engine}\`, or ${command(go)}, then \`npm start\` again; \`npx groundwork check\` needs no engine and works now`,
  };
  return new UserError([problem], 2);
}

/** Told when the folder of the engine cannot be written. */
export function unwritableHome(folder: string, error: NodeJS.ErrnoException): UserError {
  const problem = {
    where: { file: folder },
    found: `cannot be written (${error.code ?? error.message})`,
    allowed: "a folder of yours for the Pulumi engine",
    fix: "mend its rights or set PULUMI_HOME to another folder",
  };
  return new UserError([problem], 2);
}

function command(text: string): string {
  return text.startsWith("install ") ? text : `run \`${text}\``;
}

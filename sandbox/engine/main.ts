import { UserError } from "../../core/errors";
import { type EngineAnswer } from "./background";
import { type FoundEngine } from "./locate";
import { obtainEngine, readyEngine } from "./obtain";
import { projectPlaces } from "./places";
import { stopTools } from "./run-tool";
import { dirname } from "node:path";

/** Compiled to `dist/engine.cjs`: the project is the folder above. */
const project = projectPlaces(dirname(__dirname));

/** For set-up: the engine if nothing is left to do, without a process of its own. */
export function readyNow(): FoundEngine | undefined {
  return readyEngine(process.env, project);
}

/** `node dist/engine.cjs [--json]`: gets the engine. Progress on standard error; exit code 0, or 2 without one. */
async function main(): Promise<void> {
  const asJson = process.argv.includes("--json");
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => void stopTools().then(() => process.exit(code)));
  }
  try {
    const engine = await obtainEngine({ env: process.env, project });
    if (asJson) answer({ engine });
    else say(`Engine: Pulumi ${engine.version}, ${engine.path}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (asJson) answer({ problems: error.problems });
    else say(error.message);
    process.exitCode = error.exitCode;
  }
}

function answer(value: EngineAnswer): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

if (require.main === module) void main();

import { spawn } from "node:child_process";
import { join } from "node:path";
import { type Problem, UserError } from "../../core/errors";
import { type FoundEngine } from "./locate";
import { type Environment, projectPlaces } from "./places";
import { readyEngine } from "./obtain";

export interface BackgroundEngine {
  /** Settles when there is an engine. Rejects with UserError (exit code 2) when none could be had. */
  ready: Promise<FoundEngine>;
  /** Ends the work; what it made so far is kept by Go and npm for the next time. */
  stop: () => void;
}

/**
 * Gets the engine in a process of its own, at low priority, while the caller goes on. Lines of progress go to
 * `onLine`, at least one every 10 seconds; none when the engine is there already.
 */
export function obtainInBackground(
  projectDir: string,
  env: Environment,
  onLine: (line: string) => void,
): BackgroundEngine {
  const engine = readyEngine(env, projectPlaces(projectDir));
  if (engine) return { ready: Promise.resolve(engine), stop: () => undefined };
  const child = spawn(process.execPath, [join(projectDir, "dist", "engine.cjs"), "--json"], {
    env: { ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => void child.kill();
  process.once("exit", stop);
  let answer = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (answer += text));
  let open = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const lines = (open + text).split("\n");
    open = lines.pop() ?? "";
    lines.forEach(onLine);
  });
  const ready = new Promise<FoundEngine>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => settle(answer, resolve, reject));
  }).finally(() => process.removeListener("exit", stop));
  return { ready, stop };
}

/** What `dist/engine.cjs --json` writes to standard output, as one line. */
export type EngineAnswer = { engine: FoundEngine } | { problems: readonly Problem[] };

function settle(
  answer: string,
  resolve: (engine: FoundEngine) => void,
  reject: (error: Error) => void,
): void {
  if (!answer) return reject(new UserError([interrupted], 2));
  const parsed = JSON.parse(answer) as EngineAnswer;
  if ("engine" in parsed) resolve(parsed.engine);
  else reject(new UserError(parsed.problems, 2));
}

const interrupted: Problem = {
  where: { path: "the Pulumi engine" },
  found: "getting it was interrupted",
  fix: "run `npm start` again: it goes on where it stopped",
};

import { format } from "node:util";

/** What a guarded run hands over instead of letting it reach the process. */
export interface GuardOptions {
  /** Whether the code that runs now belongs to the run. */
  mine: () => boolean;
  /** Working folder while the run lasts: the engine starts programs in the project's. */
  cwd: string;
  /** Gets every error that nobody caught. */
  fail: (error: unknown) => void;
}

/** What the SDK or the program logged as an error: it fails a run, as it fails the engine's preview. */
export class LoggedError extends Error {
  override readonly name = "LoggedError";
}

const crashes = ["unhandledRejection", "uncaughtException"] as const;
const sdkError = "error: [runtime] ";

/**
 * Takes over what a program can do to the process that runs it: uncaught errors come to `fail`, `process.exit` is an
 * error, and printed lines go to standard error, because standard output is the command's result. Uncaught errors
 * are taken whoever caused them: better a run too many that "could not run" than one that is called clean.
 * Returns the function that puts everything back.
 */
export function guardProcess(options: GuardOptions): () => void {
  const undo = [takeCrashes(options), refuseExit(options), divertConsole(options), enter(options)];
  return () => undo.forEach((restore) => restore());
}

function takeCrashes({ fail }: GuardOptions): () => void {
  const restores = crashes.map((event) => {
    const earlier = process.rawListeners(event) as ((...args: unknown[]) => void)[];
    const listener = (error: unknown) => fail(error);
    process.removeAllListeners(event);
    process.on(event, listener);
    return () => {
      process.removeListener(event, listener);
      earlier.forEach((each) => process.on(event, each));
    };
  });
  return () => restores.forEach((restore) => restore());
}

function refuseExit({ mine }: GuardOptions): () => void {
  const exit = process.exit.bind(process);
  const { exitCode } = process;
  process.exit = (code) => {
    if (mine()) throw new Error("the program called process.exit");
    return exit(code);
  };
  return () => {
    process.exit = exit;
    process.exitCode = exitCode;
  };
}

/** The SDK has no engine to send its messages to, so it prints them. */
function divertConsole({ mine, fail }: GuardOptions): () => void {
  const { log, info, debug, error } = console;
  const divert =
    (original: (...args: unknown[]) => void) =>
    (...args: unknown[]) => {
      if (!mine()) return original(...args);
      const text = format(...args);
      if (text.startsWith(sdkError)) fail(new LoggedError(text.slice(sdkError.length)));
      else process.stderr.write(`${text}\n`);
    };
  Object.assign(console, {
    log: divert(log),
    info: divert(info),
    debug: divert(debug),
    error: divert(error),
  });
  return () => void Object.assign(console, { log, info, debug, error });
}

function enter({ cwd }: GuardOptions): () => void {
  const before = process.cwd();
  if (before === cwd) return () => undefined;
  process.chdir(cwd);
  return () => process.chdir(before);
}

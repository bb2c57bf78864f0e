import { UserError, type ExitCode, type Problem } from "../core/errors";
import { LoggedError } from "./guard";
import { parseStack, type Places } from "./places";

export interface FailureContext {
  stack: string;
  places: Places;
  /** Values that no message may show. */
  secrets: readonly string[];
}

/** An error that says what people should mend: a `UserError`, or a `RunError` that lists problems. */
interface DeliberateError extends Error {
  problems: Problem[];
  exitCode?: ExitCode;
}

const shortestSecret = 4;

/**
 * Turns what a program threw into "could not run", naming the stack and the place in the user's source. What the
 * program said on purpose keeps its words, and bad settings are the user's own file: exit 1.
 */
export function toUserError(thrown: readonly unknown[], context: FailureContext): UserError {
  const deliberate = thrown.find((each) => isDeliberate(each));
  if (deliberate) return new UserError(deliberate.problems, deliberate.exitCode ?? 1);
  const problems = new Map<string, Problem>();
  for (const each of thrown.filter((one) => !isEcho(one, thrown))) {
    const problem = toProblem(each, context);
    problems.set(JSON.stringify(problem), problem);
  }
  return new UserError([...problems.values()], 2);
}

function toProblem(thrown: unknown, { stack, places, secrets }: FailureContext): Problem {
  const message = hide(messageOf(thrown), secrets);
  if (isRunError(thrown)) return { where: {}, found: `stack ${stack} could not run: ${message}` };
  const hasStack = thrown instanceof Error && !(thrown instanceof LoggedError);
  const place = hasStack ? places.of(parseStack(thrown.stack ?? "")) : undefined;
  return {
    where: { ...place },
    found: `stack ${stack} could not run: ${message || "it failed without a message"}`,
  };
}

/** The SDK logs some errors, stack and all, before it throws them. */
function isEcho(one: unknown, thrown: readonly unknown[]): boolean {
  if (!(one instanceof LoggedError)) return false;
  return thrown.some((other) => other !== one && one.message.includes(messageOf(other)));
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Compares by shape: the program carries its own copy of our classes. */
function isDeliberate(value: unknown): value is DeliberateError {
  return value instanceof Error && "problems" in value && Array.isArray(value.problems);
}

function isRunError(value: unknown): boolean {
  return value instanceof Error && "__pulumiRunError" in value;
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= shortestSecret)
    .reduce((shown, secret) => shown.replaceAll(secret, "[secret]"), text);
}

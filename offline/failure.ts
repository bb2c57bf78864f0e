import { UserError, type ExitCode, type Problem } from "../core/errors";
import { LoggedError } from "./guard";
import { parseStack, type Places } from "./places";

export interface FailureContext {
  stack: string;
  places: Places;
  /** Values that no message may show. */
  secrets: readonly string[];
}

const shortestSecret = 4;

/**
 * Turns what a program threw into "could not run", naming the stack and the place in the user's source. What the
 * program said on purpose (a `UserError` of its own copy of core, a `RunError`) keeps its words.
 */
export function toUserError(thrown: readonly unknown[], context: FailureContext): UserError {
  const deliberate = thrown.find((each) => isUserError(each));
  if (deliberate) return new UserError(deliberate.problems, deliberate.exitCode);
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

/** Compares by shape: the program carries its own copy of the class. */
function isUserError(value: unknown): value is UserError & { exitCode: ExitCode } {
  return value instanceof Error && value.name === "UserError" && "problems" in value;
}

function isRunError(value: unknown): boolean {
  return value instanceof Error && "__pulumiRunError" in value;
}

function hide(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= shortestSecret)
    .reduce((shown, secret) => shown.replaceAll(secret, "[secret]"), text);
}

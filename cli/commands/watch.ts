import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { toJsonLine } from "../view/json";
import { judgeResults } from "../verdict";
import { problemsText } from "../view/problems";
import { type Turn, WatchSession } from "../watch/session";
import { type StackCheck, checkStack, checksJson, checksText, compareChecks, worst } from "./check";

/**
 * Checks the stacks, and again whenever a stack's file or a source of the program is saved: one file's stack, or all of
 * them with a program compiled anew. Ends with the signal; the last answer is the exit code.
 */
export async function watch(
  context: Context,
  stacks: readonly string[],
  signal: AbortSignal,
): Promise<ExitCode> {
  const session = new WatchSession(projectOf(context).root, stacks);
  const latest = new Map<string, StackCheck>();
  let exitCode: ExitCode | undefined;
  try {
    while (!signal.aborted) {
      const turn = await session.look().catch(reported);
      if (turn instanceof UserError) {
        if (exitCode === undefined) throw turn;
        tell(context, turn);
        exitCode = turn.exitCode;
      } else if (turn) {
        if (exitCode !== undefined) context.terminal.note(`${summaryOf(turn.changed)} changed`);
        exitCode = await answer(context, turn, latest);
        // Something may have been saved before it was watched.
        continue;
      } else {
        context.terminal.note(`watching ${session.watched} files; Ctrl-C ends`);
      }
      await session.next(signal);
    }
    return exitCode ?? 0;
  } finally {
    await session.close();
  }
}

/** Checks what a save may have changed, and says how these stacks stand now. */
async function answer(
  context: Context,
  { project, program, stacks }: Turn,
  latest: Map<string, StackCheck>,
): Promise<ExitCode> {
  if (program instanceof UserError) {
    tell(context, program);
    return program.exitCode;
  }
  const checks: StackCheck[] = [];
  for (const stack of stacks) checks.push(await checkStack(context, { project, program }, stack));
  const gone = [...latest.keys()].filter((stack) => !project.stacks.includes(stack));
  for (const stack of gone) latest.delete(stack);
  for (const check of checks) latest.set(check.stack, check);
  // Stacks are compared by their latest answers: one that was saved can take a name that another has.
  const between = compareChecks(context, [...latest.values()]);
  print(context, checksText(checks, between), checksJson(checks, between));
  return worst([...latest.values(), { exitCode: judgeResults(between).exitCode }]);
}

function reported(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

function tell(context: Context, { problems }: UserError) {
  print(context, problemsText(problems), { problems });
}

function print({ terminal, format }: Context, text: string, json: object) {
  terminal.out(format === "json" ? toJsonLine(json) : text);
}

const namedAtMost = 3;

function summaryOf(files: readonly string[]): string {
  const named = files.slice(0, namedAtMost).join(", ");
  const more = files.length - namedAtMost;
  return more > 0 ? `${named} and ${more} more` : named || "something";
}

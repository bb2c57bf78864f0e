import { stackSchema } from "../../config/json-schema";
import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { readStackInput } from "../stack-input";
import { toJson } from "../view/json";
import { say } from "../view/say";
import { problemsText } from "../view/problems";

/** Reports everything that is wrong with the stack files named, or with all of them. */
export function validate(context: Context, stacks: readonly string[]): Promise<ExitCode> {
  const project = projectOf(context);
  const names = stacks.length > 0 ? stacks : project.stacks;
  const reports = names.map((stack) => ({ stack, problems: problemsOf(project, stack) }));
  const text = reports
    .map(({ stack, problems }) =>
      problems.length > 0 ? problemsText(problems) : `${stack}  valid`,
    )
    .join("\n");
  say(context, text, { stacks: reports });
  const bad = reports.some(({ problems }) => problems.length > 0);
  return Promise.resolve(bad ? 1 : 0);
}

/** Prints the JSON Schema of stack files. */
export function schema(context: Context): Promise<ExitCode> {
  context.terminal.out(toJson(stackSchema()));
  return Promise.resolve(0);
}

function problemsOf(project: Parameters<typeof readStackInput>[0], stack: string) {
  try {
    readStackInput(project, stack);
    return [];
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 1) return error.problems;
    throw error;
  }
}

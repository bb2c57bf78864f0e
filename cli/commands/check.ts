import { writeFileSync } from "node:fs";
import path from "node:path";
import { standInPrefix } from "../../config/stand-in";
import { UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import { toDump } from "../../offline/dump";
import { runProgram } from "../../offline/program";
import { run as runRules } from "../../policies/run";
import { type Context, type ExitCode, projectOf } from "../context";
import { placeResults } from "../places";
import { programBundle } from "../program-bundle";
import type { Project } from "../project";
import { readStackInput } from "../stack-input";
import { judgeResults } from "../verdict";
import { problemsText } from "../view/problems";
import { say } from "../view/say";
import { countsText, findingsText, type PlacedResult } from "../view/results";

export interface CheckOptions {
  /** File for every registered resource of the one stack named, as a JSON array of `{type, urn, inputs}`. */
  dump?: string;
}

/** One stack's answer: what it declares and how the rules find it, or why it could not be told. */
export interface StackCheck {
  stack: string;
  exitCode: ExitCode;
  resources: DeclaredResource[];
  results: PlacedResult[];
  error?: UserError;
}

/** Runs the program of each stack in-process and every rule on what it registers. No engine, account or network. */
export async function check(
  context: Context,
  stacks: readonly string[],
  options: CheckOptions = {},
): Promise<ExitCode> {
  const project = projectOf(context);
  const names = stacks.length > 0 ? stacks : project.stacks;
  const program = await programBundle(context, project);
  const checks: StackCheck[] = [];
  const progress = context.terminal.progress(`check ${names.join(", ")}`);
  for (const stack of names) {
    progress.update(`check ${stack}`);
    checks.push(await checkStack(context, { project, program }, stack));
  }
  const exitCode = worst(checks);
  if (exitCode === 0) progress.done(`check ${names.join(", ")}`);
  else progress.fail(`check ${names.join(", ")}`);
  if (options.dump) writeDump(path.resolve(context.cwd, options.dump), checks);
  say(context, checksText(checks), checksJson(checks));
  return exitCode;
}

export interface Compiled {
  project: Project;
  program: string;
}

/** Stacks run in turn in one process: three workers cost more than they save at this size. */
export async function checkStack(
  context: Context,
  { project, program }: Compiled,
  stack: string,
): Promise<StackCheck> {
  try {
    const { file } = readStackInput(project, stack);
    const resources = await runProgram({
      project: project.name,
      stack,
      config: file.config,
      secretKeys: file.secretKeys,
      projectDir: project.root,
      program,
      unknownTexts: [standInPrefix],
    });
    const judged = runRules({ resources, stack, clock: context.clock() });
    const results = placeResults(judged, { stackFile: file, resources });
    return { stack, exitCode: judgeResults(results).exitCode, resources, results };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { stack, exitCode: error.exitCode, resources: [], results: [], error };
  }
}

export function worst(checks: readonly StackCheck[]): ExitCode {
  return checks.reduce<ExitCode>((exit, { exitCode }) => (exitCode > exit ? exitCode : exit), 0);
}

export function checksText(checks: readonly StackCheck[]): string {
  const width = Math.max(...checks.map(({ stack }) => stack.length));
  return checks.map((result) => checkText(result, width)).join("\n");
}

function checkText({ stack, resources, results, error }: StackCheck, width: number): string {
  const name = stack.padEnd(width);
  if (error) return `${name}  could not be judged\n${problemsText(error.problems)}`;
  const summary = `${name}  ${resources.length} resources; rules: ${countsText(results)}`;
  return [summary, findingsText(results)].filter(Boolean).join("\n");
}

export function checksJson(checks: readonly StackCheck[]): object {
  const stacks = checks.map(({ stack, exitCode, resources, results, error }) => ({
    stack,
    exitCode,
    resources: resources.length,
    results,
    problems: error?.problems ?? [],
  }));
  return { stacks };
}

function writeDump(file: string, checks: readonly StackCheck[]) {
  const resources = checks.flatMap((result) => result.resources.map(toDump));
  writeFileSync(file, `${JSON.stringify(resources, undefined, 2)}\n`);
}

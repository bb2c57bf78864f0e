import { writeFileSync } from "node:fs";
import path from "node:path";
import type { StackFile } from "../../config/stack-file";
import { UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import { parseUrn } from "../../core/urn";
import { toDump } from "../../offline/dump";
import { compareStacks } from "../../policies/compare-stacks";
import { run as runRules } from "../../policies/run";
import { type Context, type ExitCode, projectOf } from "../context";
import { type Compiled, declareStack } from "../declare";
import { placeResults } from "../places";
import { programBundle } from "../program-bundle";
import { judgeResults } from "../verdict";
import { problemsText } from "../view/problems";
import { say } from "../view/say";
import type { PlacedResult } from "../../core/placed-result";
import { countsText, findingsText } from "../view/results";

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
  /** Where its results are placed; absent where the stack could not be judged. */
  stackFile?: StackFile;
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
  const between = compareChecks(context, checks);
  const exitCode = worst([...checks, { exitCode: judgeResults(between).exitCode }]);
  if (exitCode === 0) progress.done(`check ${names.join(", ")}`);
  else progress.fail(`check ${names.join(", ")}`);
  if (options.dump) writeDump(path.resolve(context.cwd, options.dump), checks);
  say(context, checksText(checks, between), checksJson(checks, between));
  return exitCode;
}

/** Stacks run in turn in one process: three workers cost more than they save at this size. */
export async function checkStack(
  context: Context,
  compiled: Compiled,
  stack: string,
): Promise<StackCheck> {
  try {
    const { input, resources } = await declareStack(compiled, stack);
    const { file } = input;
    const judged = runRules({ resources, stack, clock: context.clock() });
    const results = placeResults(judged, { stackFile: file, resources });
    const { exitCode } = judgeResults(results);
    return { stack, exitCode, resources, results, stackFile: file };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { stack, exitCode: error.exitCode, resources: [], results: [], error };
  }
}

/** What is wrong between stacks that each may be right by themselves. A stack that could not be judged is left out. */
export function compareChecks(context: Context, checks: readonly StackCheck[]): PlacedResult[] {
  const judged = new Map(checks.map((each) => [each.stack, each]));
  const stacks = [...judged.values()].filter(({ stackFile }) => stackFile);
  return compareStacks({ stacks, clock: context.clock() }).flatMap((result) => {
    const { stackFile, resources } = judged.get(parseUrn(result.urn).stack) ?? {};
    return stackFile ? placeResults([result], { stackFile, ...(resources && { resources }) }) : [];
  });
}

export function worst(checks: readonly Pick<StackCheck, "exitCode">[]): ExitCode {
  return checks.reduce<ExitCode>((exit, { exitCode }) => (exitCode > exit ? exitCode : exit), 0);
}

export function checksText(
  checks: readonly StackCheck[],
  between: readonly PlacedResult[] = [],
): string {
  const width = Math.max(...checks.map(({ stack }) => stack.length));
  const texts = checks.map((result) => checkText(result, width));
  if (between.length === 0) return texts.join("\n");
  return [...texts, `between stacks: ${countsText(between)}`, findingsText(between)].join("\n");
}

function checkText({ stack, resources, results, error }: StackCheck, width: number): string {
  const name = stack.padEnd(width);
  if (error) return `${name}  could not be judged\n${problemsText(error.problems)}`;
  const summary = `${name}  ${resources.length} resources; rules: ${countsText(results)}`;
  return [summary, findingsText(results)].filter(Boolean).join("\n");
}

export function checksJson(
  checks: readonly StackCheck[],
  between: readonly PlacedResult[] = [],
): object {
  const stacks = checks.map(({ stack, exitCode, resources, results, error }) => ({
    stack,
    exitCode,
    resources: resources.length,
    results,
    problems: error?.problems ?? [],
  }));
  return { stacks, between };
}

function writeDump(file: string, checks: readonly StackCheck[]) {
  const resources = checks.flatMap((result) => result.resources.map(toDump));
  writeFileSync(file, `${JSON.stringify(resources, undefined, 2)}\n`);
}

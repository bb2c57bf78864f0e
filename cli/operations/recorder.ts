import { performance } from "node:perf_hooks";
import { formatProblem, UserError } from "../../core/errors";
import {
  type OperationRecord,
  type OperationStep,
  type RecordedMore,
  type RecordResult,
  resultOf,
  type StepResult,
} from "../../operations/record";
import type { Context, ExitCode } from "../context";
import type { Project } from "../project";
import { commitOf } from "../reports/commit";
import { actorOf, appendRecord } from "./history";

/** What a step came to, in a line for a person. */
export interface StepOutcome {
  result: StepResult;
  said: string;
}

/** Takes down what an operation does, step by step. */
export interface Recorder {
  /** Runs a step and notes how long it took. What it throws is noted, and thrown on. */
  step<T extends StepOutcome>(name: string, run: () => Promise<T>): Promise<T>;
  readonly steps: readonly OperationStep[];
  /** Keeps what the operation tells beside its steps. */
  keep(more: RecordedMore): void;
}

export interface Recorded extends Pick<OperationRecord, "operation" | "stack" | "dryRun"> {
  context: Context;
  project: Pick<Project, "root">;
  sandbox: boolean;
}

/**
 * Runs an operation and appends its record to the stack's audit history, however it ends. `judge` says what it came to
 * where the worst of its steps does not.
 */
export async function recorded<T>(
  { context, project, sandbox, ...told }: Recorded,
  run: (recorder: Recorder) => Promise<T>,
  judge: (done: T) => RecordResult | undefined = () => undefined,
): Promise<T> {
  const started = performance.now();
  const steps: OperationStep[] = [];
  const commit = await commitOf(project.root);
  let more: RecordedMore = {};
  const append = (result: RecordResult) =>
    appendRecord(project, {
      ...{ at: context.clock().toISOString(), ...told, by: actorOf(context.env), result },
      ...{ seconds: secondsSince(started), steps },
      ...(sandbox && { sandbox }),
      ...(commit !== undefined && { commit }),
      ...more,
    });
  try {
    const done = await run({
      steps,
      step: (name, body) => taken(steps, name, body),
      keep: (also) => void (more = { ...more, ...also }),
    });
    append(judge(done) ?? resultOf(steps));
    return done;
  } catch (error) {
    append(error instanceof UserError ? "refused" : "failed");
    throw error;
  }
}

async function taken<T extends StepOutcome>(
  steps: OperationStep[],
  name: string,
  body: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const note = ({ result, said }: StepOutcome) =>
    steps.push({ name, result, said, seconds: secondsSince(started) });
  try {
    const outcome = await body();
    note(outcome);
    return outcome;
  } catch (error) {
    const refused = error instanceof UserError;
    const said = refused ? error.problems.map(formatProblem).join("; ") : "broke off";
    note({ result: refused ? "refused" : "failed", said });
    throw error;
  }
}

/** 0 clean, 1 a finding or a refusal, 2 something did not work. */
export function exitCodeOf(result: RecordResult): ExitCode {
  return { done: 0, finding: 1, refused: 1, failed: 2 }[result] as ExitCode;
}

/** To a thousandth. */
function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}

import type { StackSettings } from "../../config/settings";
import type { Reach } from "../../operations/reach";
import {
  comparedText,
  compareResponses,
  type ResponseTime,
  type ResponseVerdict,
  slowerIn,
  slowerText,
} from "../../operations/responses/compare";
import { isRepeatable, responseTimes } from "../../operations/responses/measure";
import type { Check } from "../../operations/smoke/check";
import type { ComparedResponses } from "../../operations/smoke/junit";
import { type CheckResult, runChecks } from "../../operations/smoke/run";
import type { Context } from "../context";
import type { Project } from "../project";
import { readHistory } from "./history";
import type { Recorder, StepOutcome } from "./recorder";

/** Whose response times are compared, and by what. */
export interface Compared {
  project: Pick<Project, "root">;
  stack: string;
  sandbox: boolean;
  limits: StackSettings["release"]["responses"];
}

/** What is asked, how often, and within how many seconds. */
interface Measured {
  checks: readonly Check[];
  limits: Compared["limits"];
  reach: Reach;
  seconds: number;
}

/** Asks each address several times. Whatever is not answered in time has none. */
export async function measureResponses(
  context: Context,
  { checks, limits: { samples }, reach, seconds }: Measured,
): Promise<ResponseTime[]> {
  const asked = checks.filter(isRepeatable);
  const signal = AbortSignal.timeout(seconds * 1000);
  const rounds: CheckResult[][] = [];
  while (rounds.length < samples && !signal.aborted) {
    const surroundings = { reach, now: context.clock, attempts: 1, backoffMs: 0, signal };
    rounds.push(await runChecks(asked, surroundings));
  }
  return responseTimes(rounds, samples);
}

// Requirement: REL-13
/** Holds response times against the stack's history, and keeps them in the record of this run. */
export function compareWithHistory(
  recorder: Recorder,
  times: readonly ResponseTime[],
  { project, stack, sandbox, limits }: Compared,
): StepOutcome & { responses: ComparedResponses } {
  recorder.keep({ responses: times });
  const verdicts = compareResponses(times, readHistory(project, stack).records, limits, sandbox);
  const slow = slowerIn(verdicts).map((one) => `${one.address}: ${slowerText(one)}`);
  const result = slow.length > 0 && limits.slower === "fail" ? "finding" : "done";
  const said = [comparedText(verdicts), ...slow].join("; ");
  return { result, said, responses: { verdicts, slower: limits.slower } };
}

/** Whether something is slower, and the stack's file says that this fails. */
export function failsFor({ verdicts, slower }: ComparedResponses): boolean {
  return slower === "fail" && slowerIn(verdicts).length > 0;
}

/** A line for what is slower, each, and one for the rest. */
export function responseLines(verdicts: readonly ResponseVerdict[]): string[] {
  const slow = slowerIn(verdicts).map((one) => `! ${one.address}: ${slowerText(one)}`);
  return [...slow, comparedText(verdicts)];
}

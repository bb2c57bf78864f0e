import { median } from "../../core/median";
import type { OperationRecord } from "../record";

/** How long an address took to answer: the median of several requests. */
export interface ResponseTime {
  /** Host and path, without a query: `app.example.com/api/health`. */
  address: string;
  /** Whole milliseconds. */
  milliseconds: number;
  /** Requests that the median is of. */
  samples: number;
}

/** When an address counts as slower, and what that means. */
export interface ResponseLimits {
  /** Earlier good records that are compared with, the latest ones. */
  records: number;
  /** It is slower from so many times the median before … */
  factor: number;
  /** … and by at least so many milliseconds. */
  leastMs: number;
  slower: "tell" | "fail";
}

/** An address held against its past. Without enough of that there is no verdict, which is neither good nor bad. */
export type ResponseVerdict = ResponseTime & { earlier: number } & (
    { state: "no verdict" } | { state: "as before" | "slower"; before: number; allowed: number }
  );

/** Fewer records say nothing of what is usual. */
export const leastRecords = 3;

export type ComparedRecord = Pick<OperationRecord, "result" | "sandbox" | "responses">;

// Requirement: REL-13
/**
 * Compares response times with those of the same stack's earlier records, oldest first. Records of a sandbox count among
 * themselves alone, and so do those of the real stack.
 */
export function compareResponses(
  now: readonly ResponseTime[],
  earlier: readonly ComparedRecord[],
  { records, factor, leastMs }: ResponseLimits,
  sandbox: boolean,
): ResponseVerdict[] {
  const good = earlier.filter((one) => one.result === "done" && (one.sandbox ?? false) === sandbox);
  return now.map((time): ResponseVerdict => {
    const past = good
      .flatMap(({ responses = [] }) => responses.filter(({ address }) => address === time.address))
      .map(({ milliseconds }) => milliseconds)
      .slice(-records);
    const before = median(past);
    const told = { ...time, earlier: past.length };
    if (before === undefined || past.length < leastRecords) return { ...told, state: "no verdict" };
    const allowed = Math.round(Math.max(before * factor, before + leastMs));
    const state = time.milliseconds > allowed ? "slower" : "as before";
    return { ...told, state, before: Math.round(before), allowed };
  });
}

export type SlowerResponse = Extract<ResponseVerdict, { before: number }>;

export function slowerIn(verdicts: readonly ResponseVerdict[]): SlowerResponse[] {
  return verdicts.flatMap((one) => (one.state === "slower" ? [one] : []));
}

/** `slower than before: 320 ms (median of 3 requests), 120 ms before (median of 10 records), at most 220 ms allowed` */
export function slowerText({ milliseconds, samples, before, earlier, allowed }: SlowerResponse) {
  const now = `${milliseconds} ms (median of ${samples} requests)`;
  const then = `${before} ms before (median of ${earlier} records)`;
  return `slower than before: ${now}, ${then}, at most ${allowed} ms allowed`;
}

/** What there is to say beside what is slower, in a sentence. */
export function comparedText(verdicts: readonly ResponseVerdict[]): string {
  if (verdicts.length === 0) return "response times: not compared, since nothing was measured";
  const open = verdicts.filter(({ state }) => state === "no verdict");
  const compared = verdicts.length - open.length;
  const slower = slowerIn(verdicts).length;
  const parts = [
    ...(compared > 0 ? [`${compared - slower} of ${compared} addresses as fast as before`] : []),
    ...(open.length > 0
      ? [`no verdict for ${open.length}: fewer than ${leastRecords} earlier records`]
      : []),
  ];
  return `response times: ${parts.join("; ")}`;
}

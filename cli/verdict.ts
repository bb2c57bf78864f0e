import { formatProblem } from "../core/errors";
import type { RuleResult } from "../core/finding";
import { refuses } from "../policies/verdict";
import { packageOf, parseUrn, shortType } from "../core/urn";
import type { Diagnostic } from "./engine/events";
import { explain } from "./engine/failures";
import type { FinishedRun } from "./engine/run";
import type { PackResults } from "./results";

/** What a run comes to: 0 clean, 1 refused by a rule, the gate or protection, 2 something did not work. */
export interface Verdict {
  exitCode: 0 | 1 | 2;
  /** Why it is not clean, one sentence each; empty when it is. */
  reasons: string[];
}

/** The pack that a run must have been held to. */
export interface ExpectedPack {
  name: string;
  version: string;
  /** Ids of the rules in it: each answers for every stack, if only that it has nothing to judge. */
  rules: readonly string[];
}

const clean: Verdict = { exitCode: 0, reasons: [] };
const protection = /protected|marked for protection/i;

/** The verdict on rule results alone: the offline check. */
export function judgeResults(results: readonly RuleResult[]): Verdict {
  const refusing = results.filter(refuses);
  if (refusing.length === 0) return clean;
  return { exitCode: 1, reasons: [refusalReason(refusing)] };
}

/**
 * The verdict on an engine run held to a pack. Silence proves nothing: the run counts only when the engine
 * lists the pack, says that it judged the whole stack, and the pack's own file is complete and agrees.
 */
export function judgeRun(
  run: FinishedRun,
  { name: pack, version: expected, rules }: ExpectedPack,
  { results, closing }: PackResults,
): Verdict {
  const failure = judgeFailure(run);
  const refusing = results.filter(refuses);
  if (refusing.length > 0) return { exitCode: 1, reasons: [refusalReason(refusing)] };
  if (failure) return failure;
  const gaps = [
    !(pack in run.packs) && `the engine did not load the policy pack ${pack}`,
    !run.judgedPacks.includes(pack) && `the policy pack ${pack} did not judge the stack`,
    !closing && `the policy pack ${pack} left no complete results`,
    ...versionGaps(run.packs[pack], closing, expected),
    closing && unanswered(rules, results),
    run.violations.some((violation) => violation.mandatory) &&
      "the engine reports a mandatory violation that the pack's results do not hold",
  ].filter((gap) => typeof gap === "string");
  return gaps.length > 0 ? { exitCode: 2, reasons: gaps } : clean;
}

/** The pack as it was loaded, as it says of itself, and as it lies there must be one and the same. */
function versionGaps(
  loaded: string | undefined,
  closing: PackResults["closing"],
  expected: string,
): string[] {
  const told = [
    loaded !== undefined && loaded !== expected && `the engine loaded version ${loaded}`,
    closing && closing.version !== expected && `its results are from version ${closing.version}`,
  ].filter((text) => typeof text === "string");
  return told.map((text) => `the policy pack is version ${expected}, but ${text}`);
}

/** A pack of the right name and version that holds other rules, or none, is not ours. */
function unanswered(rules: readonly string[], results: readonly RuleResult[]): string | undefined {
  const answered = new Set(results.map(({ rule }) => rule));
  const silent = rules.filter((rule) => !answered.has(rule));
  const [first] = silent;
  if (first === undefined) return undefined;
  const named = silent.length === 1 ? first : `${silent.length} rules, ${first} the first`;
  return `the policy pack gave no answer of ${named}`;
}

/** The verdict on a run without packs: refresh and destroy. */
export function judgeFailure(run: FinishedRun): Verdict | undefined {
  if (run.succeeded) return undefined;
  const errors = run.diagnostics.filter(({ severity }) => severity === "error");
  const causes = errors.filter(({ message }) => !aftermath.test(message));
  const reasons = (causes.length > 0 ? causes : errors).map(failureReason);
  const refusedByProtection = errors.some(({ message }) => protection.test(message));
  return {
    exitCode: refusedByProtection ? 1 : 2,
    reasons: reasons.length > 0 ? reasons : [formatProblem({ where: {}, ...explain(run.stderr) })],
  };
}

/** What other work says when the engine stops it because something else failed. */
const aftermath = /context canceled|^update failed$/;
const brokenConnection =
  /error reading from server|connection (refused|reset)|transport|Unavailable/;

/** The engine tells that a connection broke, not whose it was. */
function failureReason({ urn, message }: Diagnostic): string {
  if (!urn) return message;
  const { type, name } = parseUrn(urn);
  const target = `${shortType(type)} ${name}`;
  if (!brokenConnection.test(message)) return `${target}: ${message}`;
  const provider = /^pulumi:providers:(.+)$/.exec(type)?.[1] ?? packageOf(type);
  return `the ${provider} provider stopped answering at ${target} (${message}); run the same command again`;
}

function refusalReason(refusing: readonly RuleResult[]): string {
  const rules = [...new Set(refusing.map((result) => result.rule))].sort();
  const verb = rules.length === 1 ? "rule refuses" : "rules refuse";
  return `${rules.length} mandatory ${verb} this: ${rules.join(", ")}`;
}

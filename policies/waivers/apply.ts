import type { AppliedWaiver, RuleResult } from "../../core/finding";
import type { Waiver } from "../../core/profile";
import { parseUrn } from "../../core/urn";
import type { WaiverOutcome } from "./outcome";
import { type WaiverTerms, readWaiver } from "./read";
import { type ComponentsOf, meansResource } from "./target";

export interface WaiverInput extends WaiverTerms {
  /** As the profile carries them: anything may stand there. */
  waivers: readonly unknown[];
  /** Rules that are judged elsewhere: here nobody can tell what their waivers cover. */
  elsewhere: ReadonlySet<string>;
  componentsOf: ComponentsOf;
}

/** Findings that a waiver may cover which does not say how many. */
const usualMax = 1;

/** Marks each failed or undecided result that a waiver covers; the result stays, so that every report shows it. */
export function applyWaivers(
  results: readonly RuleResult[],
  input: WaiverInput,
): { results: RuleResult[]; outcomes: WaiverOutcome[] } {
  const covering = new Map<RuleResult, AppliedWaiver>();
  const outcomes = input.waivers.map((entry, index) => {
    const outcome = readWaiver(entry, index, input);
    const { fate, waiver } = outcome;
    if (fate !== "holds" || !waiver || input.elsewhere.has(waiver.rule)) return outcome;
    const hits = results.filter((result) => isAbout(waiver, result, input.componentsOf));
    const met = { ...outcome, hits: hits.map(nameOf) };
    if (hits.length === 0) return { ...met, fate: "covers-nothing" as const };
    // Which of them were meant cannot be told, so none is covered.
    if (hits.length > (waiver.max ?? usualMax)) return { ...met, fate: "covers-too-many" as const };
    for (const hit of hits) if (!covering.has(hit)) covering.set(hit, applied(waiver, index));
    return met;
  });
  const marked = results.map((result) => {
    const waiver = covering.get(result);
    return waiver ? { ...result, waiver } : result;
  });
  return { results: marked, outcomes };
}

function isAbout(waiver: Waiver, result: RuleResult, componentsOf: ComponentsOf): boolean {
  return (
    waiver.rule === result.rule &&
    isOpen(result) &&
    (waiver.property === undefined || waiver.property === result.property) &&
    meansResource(waiver.target, result.urn, componentsOf)
  );
}

/** An error is not open to waiving: nobody can know what the broken rule would have said. */
function isOpen({ state }: RuleResult): boolean {
  return state === "fail" || state === "unknown";
}

/** `web-headers (route.src)` */
function nameOf({ urn, property }: RuleResult): string {
  const { name } = parseUrn(urn);
  return property === undefined ? name : `${name} (${property})`;
}

function applied({ reason, owner, expires, ticket }: Waiver, index: number): AppliedWaiver {
  return { index, reason, owner, expires, ...(ticket && { ticket }) };
}

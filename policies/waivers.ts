import { z } from "zod";
import type { AppliedWaiver, RuleResult } from "../core/finding";
import type { Waiver } from "../core/profile";
import { parseUrn } from "../core/urn";

/** What became of one waiver: the first of these that is true of it. */
export type WaiverFate = "malformed" | "unknown-rule" | "expired" | "covers-nothing" | "holds";

export interface WaiverOutcome {
  /** Place in the profile's list, from 0. */
  index: number;
  fate: WaiverFate;
  /** Absent when the entry could not be read. */
  waiver?: Waiver;
  /** What is wrong with a malformed entry. */
  problem?: string;
}

export interface WaiverInput {
  /** As the profile carries them: anything may stand there. */
  waivers: readonly unknown[];
  /** Rules that exist and may be waived. */
  waivable: ReadonlySet<string>;
  /** Of these the ones that are judged elsewhere: here nobody can tell what their waivers cover. */
  elsewhere?: ReadonlySet<string>;
  /** `YYYY-MM-DD` in UTC. */
  today: string;
}

const text = z.string().trim().min(1);

const waiverSchema = z.object({
  rule: text,
  target: text,
  reason: text,
  owner: text,
  expires: z.iso.date(),
  ticket: text.nullish(),
});

/** Marks each failed or undecided result that a waiver covers; the result stays, so that every report shows it. */
export function applyWaivers(
  results: readonly RuleResult[],
  { waivers, waivable, elsewhere, today }: WaiverInput,
): { results: RuleResult[]; outcomes: WaiverOutcome[] } {
  const read = waivers.map((entry, index) => readWaiver(entry, index, { waivable, today }));
  const usable = read.flatMap(({ fate, waiver, index }) =>
    fate === "holds" && waiver ? [{ waiver, index }] : [],
  );
  const used = new Set<number>();
  const marked = results.map((result) => {
    const covering = isOpen(result) ? usable.filter(({ waiver }) => covers(waiver, result)) : [];
    for (const { index } of covering) used.add(index);
    const [first] = covering;
    return first ? { ...result, waiver: applied(first.waiver) } : result;
  });
  const outcomes = read.map((outcome): WaiverOutcome => {
    const unseen = elsewhere?.has(outcome.waiver?.rule ?? "");
    const idle = outcome.fate === "holds" && !used.has(outcome.index) && !unseen;
    return idle ? { ...outcome, fate: "covers-nothing" } : outcome;
  });
  return { results: marked, outcomes };
}

function readWaiver(
  entry: unknown,
  index: number,
  { waivable, today }: Pick<WaiverInput, "waivable" | "today">,
): WaiverOutcome {
  const parsed = waiverSchema.safeParse(entry);
  if (!parsed.success) {
    const problem = parsed.error.issues.map((issue) => issue.path.join(".") || "entry").join(", ");
    return { index, fate: "malformed", problem };
  }
  const { ticket, ...rest } = parsed.data;
  const waiver: Waiver = { ...rest, ...(ticket && { ticket }) };
  if (!waivable.has(waiver.rule)) return { index, fate: "unknown-rule", waiver };
  // ISO dates sort as text, and the last day still counts.
  if (waiver.expires < today) return { index, fate: "expired", waiver };
  return { index, fate: "holds", waiver };
}

/** An error is not open to waiving: nobody can know what the broken rule would have said. */
function isOpen({ state }: RuleResult): boolean {
  return state === "fail" || state === "unknown";
}

function covers({ rule, target }: Waiver, result: RuleResult): boolean {
  return rule === result.rule && (target === result.urn || target === parseUrn(result.urn).name);
}

function applied({ reason, owner, expires, ticket }: Waiver): AppliedWaiver {
  return { reason, owner, expires, ...(ticket && { ticket }) };
}

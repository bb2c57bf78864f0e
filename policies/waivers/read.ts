import { z } from "zod";
import type { Tier, Waiver } from "../../core/profile";
import { levelOf } from "../levels";
import type { WaiverFate, WaiverOutcome } from "./outcome";
import { componentIn, isWide } from "./target";

/** By what a waiver is read, whatever there is to cover. */
export interface WaiverTerms {
  /** Rules that exist. */
  known: ReadonlySet<string>;
  /** Of these the ones that nothing waives, with the reason. */
  unwaivable: ReadonlyMap<string, string>;
  tier: Tier;
  /** Who may answer for a waiver. */
  owners: readonly string[];
  /** `YYYY-MM-DD` in UTC. */
  today: string;
}

const text = z.string().trim().min(1);

const waiverSchema = z.object({
  rule: text,
  target: text.refine((target) => componentIn(target) !== ""),
  property: text.nullish(),
  max: z.int().min(1).nullish(),
  reason: text,
  owner: text,
  expires: z.iso.date(),
  ticket: text.nullish(),
});

/** A waiver as it stands in the profile, with what is wrong with it by itself; otherwise it holds so far. */
export function readWaiver(entry: unknown, index: number, terms: WaiverTerms): WaiverOutcome {
  const parsed = waiverSchema.safeParse(entry);
  if (!parsed.success) {
    const problem = parsed.error.issues.map((issue) => issue.path.join(".") || "entry").join(", ");
    return { index, fate: "malformed", problem, hits: [] };
  }
  const { ticket, property, max, ...rest } = parsed.data;
  const waiver: Waiver = {
    ...rest,
    ...(property && { property }),
    ...(max && { max }),
    ...(ticket && { ticket }),
  };
  const daysLeft = daysBetween(terms.today, waiver.expires);
  return { index, waiver, daysLeft, hits: [], ...judgeWaiver(waiver, daysLeft, terms) };
}

function judgeWaiver(
  { rule, target, owner }: Waiver,
  daysLeft: number,
  { known, unwaivable, tier, owners }: WaiverTerms,
): { fate: WaiverFate; problem?: string } {
  const why = unwaivable.get(rule);
  if (why !== undefined) return { fate: "unwaivable", problem: why };
  if (!known.has(rule)) return { fate: "unknown-rule" };
  if (isWide(target) && levelOf(rule, tier) === "mandatory") return { fate: "too-wide" };
  if (!owners.includes(owner)) return { fate: "unknown-owner", problem: owners.join(", ") };
  // The last day still counts.
  return { fate: daysLeft < 0 ? "expired" : "holds" };
}

const day = 86_400_000;

/** Both are midnights in UTC, which are whole days apart. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / day;
}

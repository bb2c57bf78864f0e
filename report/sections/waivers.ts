import { groupBy } from "../../core/group";
import type { Waiver } from "../../core/profile";
import type { ReportedResult, ReportedWaiver } from "../model";
import { byText } from "../../core/order";

const day = 24 * 60 * 60 * 1000;

/** A waiver and its place in the stack's list, from 0, by which results name it. */
export interface ListedWaiver extends Waiver {
  index: number;
}

/** The stack's waivers, soonest over first, each with the answers that it covers. */
export function reportedWaivers(
  waivers: readonly ListedWaiver[],
  results: readonly ReportedResult[],
  at: Date,
): ReportedWaiver[] {
  const covered = groupBy(results, ({ waiver }) => waiver?.index);
  return waivers
    .map(({ index, rule, target, property, reason, owner, expires, ticket }) => ({
      rule,
      target,
      ...(property !== undefined && { property }),
      reason,
      owner,
      expires,
      daysLeft: daysUntil(expires, at),
      ...(ticket !== undefined && { ticket }),
      covers: (covered.get(index) ?? []).map(({ id }) => id),
    }))
    .sort(
      byText(
        ({ expires }) => expires,
        ({ rule }) => rule,
        ({ target }) => target,
      ),
    );
}

/** Whole days in UTC. */
function daysUntil(expires: string, at: Date): number {
  const today = Date.parse(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  return Math.round((Date.parse(`${expires}T00:00:00Z`) - today) / day);
}

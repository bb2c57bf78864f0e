import { createHash } from "node:crypto";
import type { PlacedResult } from "../../core/placed-result";
import { parseUrn } from "../../core/urn";
import type { ReportedResult } from "../model";
import type { ReportedTarget } from "../target";
import { byText } from "../../core/order";

/** Every answer in one order, each with an id that it keeps from run to run. */
export function reportedResults(
  results: readonly PlacedResult[],
  familyOf: (rule: string) => string,
): ReportedResult[] {
  const sorted = results
    .map((result) => ({ result, family: familyOf(result.rule) }))
    .sort(
      byText(
        ({ family }) => family,
        ({ result }) => result.rule,
        ({ result }) => result.urn,
        ({ result }) => result.property ?? "",
        ({ result }) => result.message,
      ),
    );
  const seen = new Map<string, number>();
  return sorted.map(({ result, family }) => {
    const key = JSON.stringify([result.rule, result.urn, result.property ?? ""]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return toReported(result, family, idOf(key, nth));
  });
}

/** A second answer about the same property has an id of its own. */
function idOf(key: string, nth: number): string {
  const text = nth === 0 ? key : `${key} ${nth}`;
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function toReported(result: PlacedResult, family: string, id: string): ReportedResult {
  const { rule, state, level, severity, urn, message } = result;
  const { property, found, wanted, place, source, waiver, allowed } = result;
  return {
    id,
    rule,
    family,
    state,
    level,
    severity,
    target: targetOf(urn),
    message,
    evidence: {
      ...(property !== undefined && { property }),
      ...(found !== undefined && { found }),
      ...(wanted !== undefined && { wanted }),
    },
    ...(place && { place }),
    ...(source && { source }),
    ...(waiver && { waiver }),
    ...(allowed && { allowed }),
  };
}

export function targetOf(urn: string): ReportedTarget {
  const { type, name } = parseUrn(urn);
  return { urn, type, name };
}

import { groupBy } from "../../core/group";
import { countsOf, worstOf } from "../counts";
import type { ReportedControl, ReportedReference, ReportedResult, ReportedRule } from "../model";
import { byText } from "../../core/order";

/** Every clause that a rule refers to, with what the rules that do so answered. */
export function reportedControls(
  rules: readonly ReportedRule[],
  results: readonly ReportedResult[],
): ReportedControl[] {
  const byRule = groupBy(results, ({ rule }) => rule);
  const cited = rules.flatMap((rule) => rule.references.map((reference) => ({ rule, reference })));
  const clauses = groupBy(cited, ({ reference }) => JSON.stringify(keyOf(reference)));
  return [...clauses.values()]
    .map((all) => {
      const ids = [...new Set(all.map(({ rule }) => rule.id))].sort();
      const counts = countsOf(ids.flatMap((id) => byRule.get(id) ?? []));
      const url = all.find(({ reference }) => reference.url)?.reference.url;
      const [standard, clause] = keyOf(all[0]?.reference);
      return {
        standard,
        clause,
        ...(url !== undefined && { url }),
        rules: ids,
        state: worstOf(counts),
        counts,
      };
    })
    .sort(
      byText(
        ({ standard }) => standard,
        ({ clause }) => clauseOrder(clause),
      ),
    );
}

function keyOf(reference: ReportedReference | undefined): [standard: string, clause: string] {
  return [reference?.standard ?? "", reference?.clause ?? ""];
}

/** `A.8.9` before `A.8.10`. */
function clauseOrder(clause: string): string {
  return clause.replace(/\d+/g, (digits) => digits.padStart(4, "0"));
}

import { changeOptions } from "../../policies/change-rules";
import { dollars, inCents } from "../../policies/lib/budget/money";
import { costControls } from "../../policies/lib/budget/references";
import { fail, notApplicable, pass } from "../../policies/rule";
import type { Change } from "../change";
import { type ChangedLine, increaseOf } from "../lib/increase";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

/** As many lines as a sentence holds. */
const told = 5;

export const costIncreaseBounded = defineChangeRule({
  id: "cost-increase-bounded",
  title: "No update raises the expected cost by more than agreed",
  why: "A size changed by one word or a loop that runs too often stays within a generous limit and still doubles the bill.",
  fix: "Look at the lines that rise; take them in steps, or waive this for the stack with a date and with who agreed to pay.",
  severity: "medium",
  topics: ["change", "budget", "estimate"],
  references: [...changeManagement, costControls],
  appliesTo: "changes",
  options: changeOptions["cost-increase-bounded"],
  check: (changes, { options: { maxUsd, maxPercent } }) => {
    const { urn, unfinished } = changes;
    if (!changes.changes.some(isThere)) {
      return notApplicable("nothing is there yet: the budget alone judges what is made", urn);
    }
    if (unfinished) {
      return notApplicable("the first update broke off: the budget alone judges what is made", urn);
    }
    const { before, after, lines } = increaseOf(changes);
    const [was, is] = [before.total.expected, after.total.expected].map(inCents);
    if (!was || !is) return [];
    const rise = is.minus(was);
    const percent = was.gt(0) ? rise.times(100).div(was) : undefined;
    const words = `${dollars(was)} → ${dollars(is)} a month expected`;
    const isWithin = rise.lte(maxUsd) && (rise.lte(0) || (percent?.lte(maxPercent) ?? true));
    if (isWithin) return pass({ urn, message: words });
    const share = percent ? ` (${percent.toFixed(1, 4)} percent)` : "";
    const message = `${words}: ${dollars(rise)} more${share}, allowed are ${dollars(maxUsd)} and ${maxPercent} percent; what rises most: ${inWords(lines)}`;
    return fail({ urn, message });
  },
});

/** The stack itself and providers are the engine's own, and components are nothing in a cloud. */
function isThere({ type, before }: Change): boolean {
  return before !== undefined && !/^(pulumi|groundwork):/.test(type);
}

function inWords(lines: readonly ChangedLine[]): string {
  return lines
    .filter(({ before, after }) => after.gt(before))
    .slice(0, told)
    .map(
      ({ component, item, before, after }) =>
        `${component}: ${item} ${dollars(before)} → ${dollars(after)}`,
    )
    .join("; ");
}

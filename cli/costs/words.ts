import { meters } from "../../catalogue/usage";
import { groupBy } from "../../core/group";
import { parseUrn, shortType } from "../../core/urn";
import type { CostLine, UnpricedResource } from "../../cost/model";
import type { StackBill } from "./bill";
import type { Difference } from "./difference";
import type { AllowedIncrease } from "./increase";
import { dollars, percent, signed, units } from "./money";

/* Sentences of a bill that are the same in each of its forms. */

/** `$412.30 of $600.00 a month (68.7 %), owner platform-team: within` */
export function budgetWords({ budget, estimate }: StackBill): string {
  const { expected } = estimate.total;
  const share = percent(expected, budget.monthlyUsd);
  return `${dollars(expected)} of ${dollars(budget.monthlyUsd)} a month (${share}), owner ${budget.owner}: ${budget.state}`;
}

/** How much rests on prices that nobody has read on the vendor's page, or is not known at all. */
export function shareWords({ shares: { lowConfidence, notPriced } }: StackBill): string[] {
  const low = percent(lowConfidence.usd, lowConfidence.of);
  return [
    `prices of low confidence: ${dollars(lowConfidence.usd)} of ${dollars(lowConfidence.of)} charged${low ? ` (${low})` : ""}`,
    `not priced: ${notPriced.resources} of ${notPriced.of} resources`,
  ];
}

/** What costs something that nobody knows here: by type and reason, with the names. */
export function unpricedWords(
  notPriced: readonly UnpricedResource[],
  names: number = notPriced.length,
): string[] {
  const groups = groupBy(notPriced, ({ type, notPriced: reason }) => `${type}\n${reason}`);
  return [...groups.values()].map((own) => {
    const [first] = own;
    if (!first) return "";
    const type = first.type.startsWith("account:") ? first.type : shortType(first.type);
    const some = own.slice(0, names).map(({ resource }) => nameOf(resource));
    const more = own.length > names ? [`${own.length - names} more`] : [];
    return `${own.length} × ${type}: ${first.notPriced} (${[...some, ...more].join(", ")})`;
  });
}

/** `prod counts plan and seats of Vercel` */
export function elsewhereWords({ estimate, costed }: StackBill): string[] {
  if (estimate.elsewhere.length === 0) return [];
  return [`counted by ${costed.costs.countedBy}: ${estimate.elsewhere.join("; ")}`];
}

/** `$412.30 → $507.55 expected a month (+95.25, +23.1 %)` */
export function totalWords({ total: { before, after, delta } }: Difference): string {
  const share = percent(delta.expected, before.expected);
  const plus = share && delta.expected.gt(0) ? `+${share}` : share;
  const change = [signed(delta.expected), plus].filter(Boolean).join(", ");
  return `${dollars(before.expected)} → ${dollars(after.expected)} expected a month (${change})`;
}

/** `largest increase of one update: $250.00 and 50 %: within` */
export function increaseWords({ usd, percent: most, state }: AllowedIncrease): string {
  return `largest increase of one update: ${dollars(usd)} and ${most.toFixed()} %: ${state}`;
}

/** How a line comes about: `3 × $0.10 / alarm`, from the first unit that is paid. */
export function arithmetic({ quantity, included, price }: CostLine): string {
  const count = units(quantity.expected);
  const free = included.isZero() ? "" : ` less ${units(included)} free`;
  const of = quantity.low.eq(quantity.high)
    ? count
    : `${units(quantity.low)} / ${count} / ${units(quantity.high)}`;
  return `${of}${free} × $${price.usd ?? "?"} a ${price.unit}`;
}

/** Everything that quantities rest on besides what is declared: each meter with its figures, then the sentences. */
export function assumptionWords({ estimate, costed }: StackBill): string[] {
  const rests = [...new Set(estimate.lines.flatMap((line) => line.rests))];
  const isMeter = (id: string): id is keyof typeof meters => Object.hasOwn(meters, id);
  const used = rests.filter(isMeter).sort();
  const sentences = rests.filter((text) => !isMeter(text)).sort();
  return [
    ...used.map((id) => {
      const { describe, unit, assumed } = meters[id];
      const said = costed.costs.usage[id];
      const figures = said ?? assumed[costed.tier];
      const by = said === undefined ? `assumed for tier ${costed.tier}` : "by the stack file";
      return `${id}: ${figureText(figures)} ${unit}, ${by}. ${describe}`;
    }),
    ...sentences,
  ];
}

function figureText(figures: unknown): string {
  if (typeof figures === "number") return figures.toLocaleString("en-US");
  const three = Object.values(figures as Record<string, number>);
  return three.map((one) => one.toLocaleString("en-US", { maximumFractionDigits: 6 })).join(" / ");
}

/** A resource by its logical name, an account as it stands. */
export function nameOf(resource: string): string {
  return resource.startsWith("urn:") ? parseUrn(resource).name : resource;
}

/** `vercel Project web` */
export function resourceWords(resource: string): string {
  if (!resource.startsWith("urn:")) return resource;
  const { type, name } = parseUrn(resource);
  return `${shortType(type)} ${name}`;
}

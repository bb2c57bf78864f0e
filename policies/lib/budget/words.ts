import { parseUrn } from "../../../core/urn";
import type { CostLine, UnpricedResource } from "../../../cost/model";
import type { Amounts } from "../../../cost/scenarios";
import { dollars } from "./money";

/** `db: Compute, large 109.50 USD; web: …` */
export function linesInWords(lines: readonly CostLine[], of: keyof Amounts = "expected"): string {
  return lines
    .map(({ component, price, monthlyUsd }) => {
      return `${component}: ${price.item} ${dollars(monthlyUsd[of])}`;
    })
    .join("; ");
}

/** `db (instanceSize is not known before the update)` */
export function unpricedInWords(resources: readonly UnpricedResource[]): string {
  return firstOf(resources.map(({ resource, notPriced }) => `${nameOf(resource)} (${notPriced})`));
}

/** An account, `account:vercel`, is named as it is. */
function nameOf(resource: string): string {
  return resource.startsWith("urn:") ? parseUrn(resource).name : resource;
}

/** As many as a line holds, and how many more there are. */
export function firstOf(items: readonly string[], most = 8): string {
  const rest = items.length > most ? ` and ${items.length - most} more` : "";
  return `${items.slice(0, most).join(", ")}${rest}`;
}

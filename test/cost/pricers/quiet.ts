import { type MeterId, meters } from "../../../catalogue/usage";
import type { UsageFigure } from "../../../core/costs";
import type { Estimate } from "../../../cost/model";
import { lines } from "./aws/bill";

const nothing = Object.fromEntries(Object.keys(meters).map((id) => [id, 0]));

/** A month in which nothing is used but what is said, so that each sum can be worked out by hand. */
export function using(usage: Partial<Record<MeterId, UsageFigure>> = {}) {
  return { ...nothing, ...usage };
}

/** The lines that cost something, or take something off. */
export function paid(bill: Estimate): string[] {
  return lines(bill).filter((line) => !line.endsWith(" 0"));
}

import { groupBy } from "../../../core/group";
import type { Report, ReportedResource } from "../../model";
import { byText } from "../../../core/order";
import { type Shown, rankOf } from "../words";

/** A component with everything in it, as the page groups resources. */
export interface Part {
  name: string;
  resources: readonly ReportedResource[];
  state: Shown;
}

/** Stands for what the program declares outside of any component. */
export const outside = "directly in the stack";

/** Components by name; what is in none of them comes last. */
export function partsOf({ resources }: Report): Part[] {
  const components = new Set(resources.filter(isComponent).map(({ name }) => name));
  const groups = groupBy(resources, ({ component }) =>
    components.has(component) ? component : outside,
  );
  return [...groups]
    .map(([name, all]) => ({ name, resources: all, state: worstState(all) }))
    .sort(byText(order));
}

export function worstState(resources: readonly ReportedResource[]): Shown {
  return resources
    .map(({ state }): Shown => state)
    .reduce((one, other) => (rankOf(one) <= rankOf(other) ? one : other), "not-applicable");
}

function isComponent({ custom, type }: ReportedResource): boolean {
  return !custom && type !== "pulumi:pulumi:Stack";
}

function order({ name }: Part): string {
  return name === outside ? "\uFFFF" : name;
}

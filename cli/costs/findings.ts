import type { DeclaredResource } from "../../core/resource";
import { catalogue } from "../../policies/catalogue";
import { run as runRules } from "../../policies/run";
import { isFinding } from "../../policies/verdict";
import { placeResults } from "../places";
import type { StackInput } from "../stack-input";
import type { PlacedResult } from "../../core/placed-result";

interface Judged {
  stack: string;
  resources: readonly DeclaredResource[];
  input: StackInput;
  /** The settings are not those that the file has, so nothing in it is the place of a finding. */
  isChanged: boolean;
}

const isAboutEstimates = ({ topics }: { topics: readonly string[] }) => topics.includes("estimate");
const rules = catalogue.filter(isAboutEstimates);
const elsewhere = catalogue.filter((rule) => !isAboutEstimates(rule));

/** What the rules about estimates say of the stack, as `check` would, waivers included. */
export function estimateResults(
  { stack, resources, input, isChanged }: Judged,
  clock: Date,
): PlacedResult[] {
  const results = runRules({ resources, stack, clock, rules, elsewhere });
  const placed = placeResults(results, { stackFile: input.file });
  return isChanged ? placed.map(withoutPlace) : placed;
}

/** The rule that holds the expected sum to the budget. */
const withinBudget = "estimate-within-budget";

/** Whether anything was held to the budget: a program without a profile has nothing that rules read a budget from. */
export function isHeldToBudget(results: readonly PlacedResult[]): boolean {
  return results.some(({ rule, state }) => rule === withinBudget && state !== "not-applicable");
}

export const findingsOf = (results: readonly PlacedResult[]) => results.filter(isFinding);

function withoutPlace({
  place: _place,
  waiverPlace: _waiverPlace,
  ...result
}: PlacedResult): PlacedResult {
  return result;
}

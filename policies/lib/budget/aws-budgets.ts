import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";

/** AWS budgets that watch cost month by month; what is not known yet may be one. */
export function monthlyCostBudgets(stack: StackView): readonly DeclaredResource[] {
  return stack
    .ofType(providerTypes.awsBudget)
    .filter(({ inputs }) => isOrMayBe(readProperty(inputs, ["budgetType"]), "COST"))
    .filter(({ inputs }) => isOrMayBe(readProperty(inputs, ["timeUnit"]), "MONTHLY"));
}

function isOrMayBe(reading: Reading, wanted: string): boolean {
  return reading.state === "unknown" || (reading.state === "known" && reading.value === wanted);
}

import { tokens } from "../../../core/tokens";
import type { StackView } from "../../stack-view";
import { readText } from "../text";

/** Components that name the product that they belong to. */
const naming = [tokens.logs, tokens.alerts, tokens.uptimeChecks, tokens.dashboard, tokens.recovery];

/** Whose product the stack is, where a component says so. */
export function productOf(stack: StackView): string | undefined {
  return naming
    .flatMap((type) => stack.ofType(type))
    .flatMap(({ inputs }) => readText(inputs, ["product"]) ?? [])[0];
}

import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";

/** The shortest recovery point that is promised of a part: minutes of work that may be lost. */
export function promisedMinutes(stack: StackView, part: string): number | "unknown" | undefined {
  const readings = stack
    .ofType(tokens.recovery)
    .map(({ inputs }) => readProperty(inputs, ["objectives", part, "rpoMinutes"]));
  if (readings.some(({ state }) => state === "unknown")) return "unknown";
  const minutes = readings.flatMap((one) => (one.state === "known" ? [Number(one.value)] : []));
  return minutes.length > 0 ? Math.min(...minutes) : undefined;
}

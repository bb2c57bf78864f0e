import { tokens } from "../../../core/tokens";
import { type ReadinessItem, readinessNames } from "../../../core/readiness";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";

/** What a stack says of one thing that somebody looked at before the first user came. */
export interface ToldReadiness {
  item: ReadinessItem;
  /** Path in the profile's inputs. */
  property: string;
  whole: Reading;
  by: Reading;
  date: Reading;
  evidence: Reading;
}

export function profileOf(stack: StackView): DeclaredResource | undefined {
  return stack.ofType(tokens.stackProfile)[0];
}

/** Every item, in the order of their names, whether the stack says anything of it or not. */
export function readinessOf(stack: StackView): ToldReadiness[] {
  const inputs = profileOf(stack)?.inputs ?? null;
  return readinessNames.map((item) => {
    const at = (...rest: string[]) => readProperty(inputs, ["readiness", item, ...rest]);
    return {
      ...{ item, property: `readiness.${item}`, whole: at() },
      ...{ by: at("by"), date: at("date"), evidence: at("evidence") },
    };
  });
}

/** Text that says something; undefined for whatever is absent, unknown or something else. */
export function saidText(reading: Reading): string | undefined {
  const value = reading.state === "known" ? reading.value : undefined;
  return typeof value === "string" && /\S/.test(value) ? value : undefined;
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function saidDay(reading: Reading): string | undefined {
  const text = saidText(reading) ?? "";
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!date || Number.isNaN(date.valueOf())) return undefined;
  return date.toISOString().startsWith(text) ? text : undefined;
}

import { groupBy } from "../../core/group";
import { byText } from "../../core/order";
import type { ChangeOperation, ReportedChange, ReportedMeaning } from "../section-model";
import { targetOf } from "./results";

/** A change as whoever ran the engine tells it. */
export interface ToldChange {
  urn: string;
  /** In the engine's own words, ` failed` behind what the provider refused: `create-replacement`, `update failed`. */
  operation: string;
  properties?: readonly string[];
  meaning?: readonly ReportedMeaning[];
}

/** Words of the engine; others are steps of a replacement. */
const operations: Readonly<Record<string, ChangeOperation>> = {
  create: "create",
  import: "create",
  update: "update",
  delete: "delete",
};

/** Where a resource has several steps, the first of these is what becomes of it. */
const precedence: readonly ChangeOperation[] = ["replace", "update", "create", "delete"];

/** What was, or would be, done: one change a resource. */
export function reportedChanges(told: readonly ToldChange[]): ReportedChange[] {
  return [...groupBy(told, ({ urn }) => urn)]
    .map(([urn, steps]) => {
      const found = steps.map(({ operation }) => operationOf(operation));
      const operation = precedence.find((one) => found.includes(one)) ?? "update";
      const failed = steps.some((step) => step.operation.endsWith(failedSign));
      return {
        ...targetOf(urn),
        operation,
        ...(failed && { failed }),
        properties: [...new Set(steps.flatMap(({ properties = [] }) => properties))].sort(),
        meaning: steps
          .flatMap(({ meaning = [] }) => meaning)
          .sort(
            byText(
              ({ what }) => what,
              ({ property }) => property,
            ),
          ),
      };
    })
    .sort(byText(({ urn }) => urn));
}

const failedSign = " failed";

function operationOf(word: string): ChangeOperation {
  return (
    operations[word.endsWith(failedSign) ? word.slice(0, -failedSign.length) : word] ?? "replace"
  );
}

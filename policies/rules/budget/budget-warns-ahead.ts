import { z } from "zod";
import type { PropertyMap, Value } from "../../../core/value";
import { UNKNOWN, readProperty } from "../../../core/value";
import { costControls } from "../../lib/budget/references";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: COST-01
export const budgetWarnsAhead = defineRule({
  id: "budget-warns-ahead",
  title: "Every AWS budget warns while there is money left",
  why: "A message that the budget is spent comes when nothing can be saved any more; AWS itself counts hours behind.",
  fix: "Add a threshold of 80 percent or less, or a notification of type FORECASTED.",
  severity: "low",
  topics: ["budget", "alerts"],
  references: [costControls],
  appliesTo: [providerTypes.awsBudget],
  options: z.strictObject({
    maxPercent: z
      .int()
      .min(1)
      .max(100)
      .describe(
        "Percent of the budget by which the first message is sent, unless one goes by forecast.",
      ),
  }),
  check: ({ inputs }, { options: { maxPercent } }) => {
    const property = "notifications";
    const wanted = `one at ${maxPercent} percent or less, or by forecast`;
    const evidence = { property, input: "thresholds", wanted };
    const list = readProperty(inputs, [property]);
    if (list.state === "unknown") return unknown(evidence);
    const all: readonly Value[] =
      list.state === "known" && Array.isArray(list.value) ? list.value : [];
    if (all.length === 0) return notApplicable("the budget sends no message at all");
    const points = all.map((each) => pointOf(each, inputs));
    const found = points.map((point) =>
      typeof point === "number" && !Number.isNaN(point) ? `${point} percent` : "no percentage",
    );
    if (points.some((point) => point === "forecast" || isEarly(point, maxPercent))) {
      return pass(evidence);
    }
    return points.includes(UNKNOWN) ? unknown(evidence) : fail({ ...evidence, found });
  },
});

function isEarly(point: number | typeof UNKNOWN, maxPercent: number): boolean {
  return typeof point === "number" && point <= maxPercent;
}

/** Percent of the budget at which a notification is sent. */
function pointOf(notification: Value, budget: PropertyMap): number | "forecast" | typeof UNKNOWN {
  const parts = ["notificationType", "threshold", "thresholdType"].map((name) =>
    readProperty(notification, [name]),
  );
  if (parts.some(({ state }) => state === "unknown")) return UNKNOWN;
  if (readText(notification, ["notificationType"]) === "FORECASTED") return "forecast";
  const threshold = Number(readText(notification, ["threshold"]));
  if (readText(notification, ["thresholdType"]) !== "ABSOLUTE_VALUE") return threshold;
  if (readProperty(budget, ["limitAmount"]).state === "unknown") return UNKNOWN;
  return (threshold / Number(readText(budget, ["limitAmount"]))) * 100;
}

import { z } from "zod";
import { type Value, holdsUnknown, readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, fail, pass, unknown } from "../../rule";

const subscribers = ["subscriberEmailAddresses", "subscriberSnsTopicArns"];

export const budgetNotifies = defineRule({
  id: "budget-notifies",
  title: "Every AWS budget tells somebody before and when it is spent",
  why: "A budget without a reader is a number in a console that nobody opens.",
  fix: "Give the budget at least one notification, and every notification a subscriber.",
  severity: "medium",
  topics: ["budget", "alerts"],
  references: [
    {
      standard: "AWS Well-Architected, Cost Optimization",
      clause: "COST02-BP05",
      url: "https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_govern_usage_controls.html",
    },
  ],
  appliesTo: [providerTypes.awsBudget],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "notifications";
    const evidence = { property, input: "emails", wanted: "notifications with a subscriber each" };
    const reading = readProperty(inputs, [property]);
    if (reading.state === "unknown") return unknown(evidence);
    const notifications = reading.state === "known" ? listOf(reading.value) : [];
    if (notifications.length === 0) return fail({ ...evidence, found: null });
    const told = notifications.map(isTold);
    const silent = told.indexOf(false);
    if (silent >= 0) {
      const at = { property: `${property}[${silent}]`, found: "no subscriber" };
      return fail({ ...evidence, ...at });
    }
    if (told.includes("unknown")) return unknown(evidence);
    return pass({ ...evidence, found: `${notifications.length} notifications` });
  },
});

/** Whether a notification reaches anybody. A list is told by its length, so that unknown items do not matter. */
function isTold(notification: Value): boolean | "unknown" {
  const lists = subscribers.map((name) => readProperty(notification, [name]));
  if (lists.some((list) => list.state === "known" && listOf(list.value).length > 0)) return true;
  const open = holdsUnknown(notification) && lists.some(({ state }) => state === "unknown");
  return open ? "unknown" : false;
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}

import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { alarmTypes } from "../../lib/observability/alarms";
import { incidentResponse } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass } from "../../rule";
import type { StackView } from "../../stack-view";

/** What takes messages of a topic, and where it names the topic. */
const subscribers = [
  { type: providerTypes.awsTopicSubscription, property: "topic" },
  { type: providerTypes.awsSlackChannel, property: "snsTopicArns" },
  { type: providerTypes.awsTeamsChannel, property: "snsTopicArns" },
];

// Requirement: ALRT-10
export const alertTopicSubscribed = defineRule({
  id: "alert-topic-subscribed",
  title: "Somebody hears of every topic that alarms are sent to",
  why: "SNS takes a message for nobody without a word, so that the alarm looks sent.",
  fix: "Name an address, a webhook or a chat channel for the severity in groundwork:alerts.routes.",
  severity: "high",
  topics: ["alerts"],
  references: [incidentResponse],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => stack.ofType(providerTypes.awsTopic).map((topic) => judgeTopic(stack, topic)),
});

function judgeTopic(stack: StackView, topic: DeclaredResource): Answer {
  const { urn } = topic;
  const isUsed = alarmTypes.some(
    (type) => stack.dependents(topic, type, "alarmActions").length > 0,
  );
  if (!isUsed) return notApplicable("no alarm is sent to the topic", urn);
  const count = subscribers
    .map(({ type, property }) => stack.dependents(topic, type, property).length)
    .reduce((sum, one) => sum + one);
  const evidence = { urn, input: "routes", wanted: "a subscriber" };
  if (count === 0) {
    return fail({ ...evidence, found: null, message: "found no subscriber, wanted one" });
  }
  return pass({ ...evidence, found: `${count} subscriber${count === 1 ? "" : "s"}` });
}

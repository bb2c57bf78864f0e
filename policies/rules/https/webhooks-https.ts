import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { readProperty } from "../../../core/value";
import { judgeAddress } from "../../lib/https/judge-address";
import { providerTypes } from "../../lib/provider-types";
import { tlsBetween } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: HDR-09
export const webhooksHttps = defineRule({
  id: "webhooks-https",
  title: "Webhooks are called over HTTPS",
  why: "Whoever sits on the way of a plain call reads the event, and can hold back or forge the one that wakes people.",
  fix: "Give the webhook an https:// address, and a topic's subscription the protocol https.",
  severity: "high",
  topics: ["https", "alerts"],
  references: [
    tlsBetween,
    {
      standard: "AWS",
      clause: "SNS security best practices",
      url: "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
    },
  ],
  appliesTo: [providerTypes.vercelWebhook, providerTypes.awsTopicSubscription],
  options: z.strictObject({}),
  check: (webhook) =>
    webhook.type === providerTypes.awsTopicSubscription
      ? judgeSubscription(webhook)
      : judgeAddress(webhook, "endpoint"),
});

/** Types that give out addresses, by HTTPS alone: what is made of them is not known before the update. */
const givers: readonly string[] = [providerTypes.pagerdutyIntegration];

function isGivenOut({
  inputs,
  propertyDependencies: { endpoint = [] },
}: DeclaredResource): boolean {
  const isUnknown = readProperty(inputs, ["endpoint"]).state === "unknown";
  return isUnknown && endpoint.some((urn) => givers.includes(parseUrn(urn).type));
}

function judgeSubscription(subscription: DeclaredResource): Answer {
  const { inputs, urn } = subscription;
  const evidence = { property: "protocol", wanted: "https" };
  const protocol = readProperty(inputs, ["protocol"]);
  if (protocol.state === "unknown") return unknown(evidence);
  const found = textOf(protocol);
  if (found === "http") return fail({ ...evidence, found });
  if (found !== "https") return notApplicable("the subscription calls no address", urn);
  if (isGivenOut(subscription)) return pass({ ...evidence, found });
  return judgeAddress(subscription, "endpoint");
}

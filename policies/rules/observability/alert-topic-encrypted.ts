import { z } from "zod";
import { judgeOwnKey } from "../../lib/observability/own-key";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

export const alertTopicEncrypted = defineRule({
  id: "alert-topic-encrypted",
  title: "A key of one's own encrypts every topic",
  why: "Alarms tell which service is weak and how; and with SNS's own key, which CloudWatch may not use, they are lost on the way.",
  fix: "Set kmsMasterKeyId to a KMS key whose policy lets the publishing services in.",
  severity: "high",
  topics: ["alerts", "encryption"],
  references: [
    {
      standard: "AWS Security Hub",
      clause: "SNS.1",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html",
    },
    {
      standard: "AWS",
      clause: "SNS: event sources and encrypted topics",
      url: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack
      .ofType(providerTypes.awsTopic)
      .map((topic) => judgeOwnKey(stack, topic, { property: "kmsMasterKeyId" })),
});

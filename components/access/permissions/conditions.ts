import type { Conditions } from "../../policy-document";
import type { Grant, ScopeName } from "./grant";
import type { Reach } from "./scopes";

/** Services that roles of the program are handed to. */
export const passedTo = [
  "backup.amazonaws.com",
  "budgets.amazonaws.com",
  "chatbot.amazonaws.com",
  "cloudtrail.amazonaws.com",
  "cognito-identity.amazonaws.com",
  "firehose.amazonaws.com",
  "lambda.amazonaws.com",
  "s3.amazonaws.com",
  "scheduler.amazonaws.com",
  "streams.metrics.cloudwatch.amazonaws.com",
  "synthetics.amazonaws.com",
] as const;

/** What narrows statements on resources that no name of ours tells apart. */
export function scopeCondition(on: ScopeName, { product, tier }: Reach): Conditions | undefined {
  if (on === "keys" || on === "guestPools") {
    return {
      StringEquals: { "aws:ResourceTag/product": product, "aws:ResourceTag/tier": tier },
    };
  }
  // A key or pool of another stack cannot be claimed by tagging it anew.
  if (on === "newKeys" || on === "taggedGuestPools") {
    return {
      StringEqualsIfExists: { "aws:ResourceTag/product": product, "aws:ResourceTag/tier": tier },
    };
  }
  return undefined;
}

export function writeCondition(when: Grant["when"], { product, tier }: Reach): Conditions {
  if (when === "passedTo") return { StringEquals: { "iam:PassedToService": [...passedTo] } };
  if (when === "taggedSo") {
    return { StringEquals: { "aws:RequestTag/product": product, "aws:RequestTag/tier": tier } };
  }
  return {};
}

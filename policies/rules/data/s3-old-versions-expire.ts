import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { type Value, holdsUnknown, readProperty } from "../../../core/value";
import { bucketsOn, judgeBuckets } from "../../lib/data/buckets";
import { awsControl } from "../../lib/data/references";
import { itemsOf } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { gdpr } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: STOR-07, COMP-01
export const s3OldVersionsExpire = defineRule({
  id: "s3-old-versions-expire",
  title: "Buckets on S3 drop replaced and deleted versions after a time",
  why: "What a user deleted stays for ever in an old version, against what was promised and for money.",
  fix: "Leave lifecycle.noncurrentDays out of the stack file, or set it to the tier's bound or less.",
  severity: "medium",
  topics: ["data", "retention", "budget"],
  references: [awsControl("s3", "S3.10"), gdpr(5, "Article 5(1)(e)")],
  appliesTo: "stack",
  options: z.strictObject({
    maxDays: z.int().min(1).describe("Most days that an old version is kept."),
  }),
  check: (stack, { options: { maxDays } }) => {
    const wanted = `noncurrentVersionExpiration within ${maxDays} days`;
    return judgeBuckets(stack, bucketsOn(stack), {
      types: [providerTypes.awsBucketLifecycle, providerTypes.awsBucketLifecycleV2],
      input: "lifecycle.noncurrentDays",
      wanted,
      judge: (setting) => judgeLifecycle(setting, maxDays, wanted),
    });
  },
});

/** One rule that is switched on is enough: the others are about something else. */
function judgeLifecycle(
  { urn, inputs }: DeclaredResource,
  maxDays: number,
  wanted: string,
): Answer {
  const evidence = { urn, property: "rules", input: "lifecycle.noncurrentDays", wanted };
  const rules = readProperty(inputs, ["rules"]);
  const items = itemsOf(rules);
  const days = items.filter(isOn).map(daysOf);
  const least = Math.min(...days.filter((one) => typeof one === "number"));
  if (least <= maxDays) return pass({ ...evidence, found: least });
  if (rules.state === "unknown" || items.some(holdsUnknown)) return unknown(evidence);
  return fail({ ...evidence, found: Number.isFinite(least) ? least : null });
}

const isOn = (rule: Value) => readText(rule, ["status"]) === "Enabled";

function daysOf(rule: Value): Value | undefined {
  const days = readProperty(rule, ["noncurrentVersionExpiration", "noncurrentDays"]);
  return days.state === "known" ? days.value : undefined;
}

import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Answer, type Evidence, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";
import { judgeBuckets } from "./buckets";

/** Options of a rule that asks for locks. `GOVERNANCE` can be lifted by those with the right; `COMPLIANCE` by nobody. */
export const lockOptions = z.strictObject({
  minDays: z.int().min(0).max(36_500).describe("Least days of the lock; 0 asks for none."),
  modes: z
    .array(z.enum(["COMPLIANCE", "GOVERNANCE"]))
    .min(1)
    .describe("Modes that count; COMPLIANCE binds the account's root user too."),
});

type LockDemand = z.infer<typeof lockOptions>;

/** S3 takes days or years. */
const daysInYear = 365;

/** Whether new objects of these buckets are locked by default, long enough and in an allowed mode. */
export function judgeLocks(
  stack: StackView,
  buckets: readonly DeclaredResource[],
  { minDays, modes }: LockDemand,
): Answer[] {
  if (minDays === 0) return [notApplicable("the tier asks for no lock")];
  const wanted = `${modes.join(" or ")} for ${minDays} days or more`;
  return judgeBuckets(stack, buckets, {
    types: [providerTypes.awsObjectLock, providerTypes.awsBucketLockV2],
    input: "objectLock",
    wanted,
    judge: (setting) => judgeLock(setting, { minDays, modes }, wanted),
  });
}

function judgeLock(
  { urn, inputs }: DeclaredResource,
  { minDays, modes }: LockDemand,
  wanted: string,
): Answer {
  const property = "rule.defaultRetention";
  const evidence: Evidence = { urn, property, input: "objectLock", wanted };
  const retention = (key: string) => readProperty(inputs, ["rule", "defaultRetention", key]);
  const [mode, days, years] = [retention("mode"), retention("days"), retention("years")];
  if ([mode, days, years].some(({ state }) => state === "unknown")) return unknown(evidence);
  const name = textOf(mode) ?? "no mode";
  const length = Number(textOf(days) ?? 0) + Number(textOf(years) ?? 0) * daysInYear;
  const found = `${name} for ${length} days`;
  const holds = modes.some((mode) => mode === name) && length >= minDays;
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

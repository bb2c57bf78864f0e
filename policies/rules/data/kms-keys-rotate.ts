import { z } from "zod";
import type { PropertyMap } from "../../../core/value";
import { readProperty } from "../../../core/value";
import { awsControl } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** What KMS does when nothing is said. */
const awsDefaultDays = 365;

// Requirement: STOR-09, COMP-01
export const kmsKeysRotate = defineRule({
  id: "kms-keys-rotate",
  title: "Keys of KMS rotate by themselves",
  why: "A key that never changes decrypts everything that was ever encrypted, for whoever once got hold of it.",
  fix: "Set enableKeyRotation to true, and rotationPeriodInDays to the tier's bound or less.",
  severity: "medium",
  topics: ["data", "encryption"],
  references: [
    awsControl("kms", "KMS.4"),
    { standard: "CIS AWS Foundations Benchmark 3.0.0", clause: "3.6" },
    iso("A.8.24"),
  ],
  appliesTo: [providerTypes.awsKey],
  options: z.strictObject({
    maxDays: z.int().min(90).max(2560).describe("Most days between two rotations."),
  }),
  check: ({ inputs }, { options: { maxDays } }) => {
    const spec = readText(inputs, ["customerMasterKeySpec"]) ?? "SYMMETRIC_DEFAULT";
    if (spec !== "SYMMETRIC_DEFAULT") {
      return notApplicable("KMS rotates symmetric keys of encryption alone");
    }
    return [judgeRotation(inputs), judgePeriod(inputs, maxDays)];
  },
});

function judgeRotation(inputs: PropertyMap): Answer {
  const evidence = { property: "enableKeyRotation", wanted: true };
  const rotates = readProperty(inputs, ["enableKeyRotation"]);
  if (rotates.state === "unknown") return unknown(evidence);
  const found = rotates.state === "known" ? rotates.value : null;
  return found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function judgePeriod(inputs: PropertyMap, maxDays: number): Answer {
  const property = "rotationPeriodInDays";
  const evidence = { property, input: property, wanted: `${maxDays} days or fewer` };
  const days = readProperty(inputs, [property]);
  if (days.state === "unknown") return unknown(evidence);
  const found = days.state === "known" ? days.value : awsDefaultDays;
  return Number(found) <= maxDays ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

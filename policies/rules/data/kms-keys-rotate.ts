import { z } from "zod";
import { awsControl } from "../../lib/data/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { readText } from "../../lib/text";
import { defineRule, notApplicable } from "../../rule";

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
  check: (key, { options: { maxDays } }) => {
    const spec = readText(key.inputs, ["customerMasterKeySpec"]) ?? "SYMMETRIC_DEFAULT";
    if (spec !== "SYMMETRIC_DEFAULT") {
      return notApplicable("KMS rotates symmetric keys of encryption alone");
    }
    return [
      judgeProperty(key, {
        property: "enableKeyRotation",
        wanted: true,
        holds: (found) => found === true,
      }),
      judgeProperty(key, {
        property: "rotationPeriodInDays",
        input: "rotationPeriodInDays",
        wanted: `${maxDays} days or fewer`,
        absent: awsDefaultDays,
        holds: (found) => Number(found) <= maxDays,
      }),
    ];
  },
});

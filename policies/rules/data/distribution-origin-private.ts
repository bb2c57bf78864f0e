import { z } from "zod";
import { pathText } from "../../../core/property-path";
import { type PropertyMap, readProperty } from "../../../core/value";
import { awsControl } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: STOR-05
export const distributionOriginPrivate = defineRule({
  id: "distribution-origin-private",
  title: "CloudFront signs what it asks a bucket for",
  why: "A bucket that answers without a signature is open to everybody who finds its name, past every header, limit and log of the distribution.",
  fix: "Give the origin an OriginAccessControl whose signingBehavior is always, as StorageBucket's distribution does.",
  severity: "high",
  topics: ["data", "origins"],
  references: [awsControl("cloudfront", "CloudFront.13"), iso("A.8.3")],
  appliesTo: [providerTypes.awsDistribution, providerTypes.awsOriginAccessControl],
  options: z.strictObject({}),
  check: ({ type, inputs }) => {
    if (type === providerTypes.awsOriginAccessControl) return [signing(inputs)];
    const origins = inputs["origins"];
    const count = Array.isArray(origins) ? origins.length : 1;
    const answers = Array.from({ length: count }, (_, index) => originOf(inputs, index)).flat();
    return answers.length > 0 ? answers : notApplicable("it serves no bucket");
  },
});

/** A server of one's own says how it is asked; everything else is a bucket. The id of a control may not be known yet. */
function originOf(inputs: PropertyMap, index: number): Answer[] {
  const at = ["origins", index];
  const isServer = ["customOriginConfig", "vpcOriginConfig"].some(
    (key) => readProperty(inputs, [...at, key]).state === "known",
  );
  if (isServer) return [];
  const path = [...at, "originAccessControlId"];
  const evidence = { property: pathText(path), wanted: "an OriginAccessControl" };
  if (readProperty(inputs, at).state === "unknown") return [unknown(evidence)];
  const isSigned = readProperty(inputs, path).state !== "absent";
  return [isSigned ? pass(evidence) : fail({ ...evidence, found: null })];
}

function signing(inputs: PropertyMap): Answer {
  const evidence = { property: "signingBehavior", wanted: "always" };
  const reading = readProperty(inputs, ["signingBehavior"]);
  if (reading.state === "unknown") return unknown(evidence);
  const found = reading.state === "known" ? reading.value : null;
  return found === "always" ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

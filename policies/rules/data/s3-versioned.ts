import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { bucketsOn, isReproducible, judgeBuckets } from "../../lib/data/buckets";
import { awsControl } from "../../lib/data/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { type Answer, defineRule, notApplicable } from "../../rule";

// Requirement: STOR-03, STOR-04
export const s3Versioned = defineRule({
  id: "s3-versioned",
  title: "Buckets on S3 keep the versions that are replaced or deleted",
  why: "Without versions, whoever overwrites or deletes an object by mistake does so for good.",
  fix: "Leave versioning out of the stack file, or set it to true; a bucket of what machines write again has the tag Purpose: runs.",
  severity: "high",
  topics: ["data", "recovery"],
  references: [awsControl("s3", "S3.14"), iso("A.8.13")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const buckets = bucketsOn(stack);
    const kept = buckets.filter((bucket) => !isReproducible(bucket));
    const others = buckets.filter(isReproducible).map(({ urn }) => notApplicable(ground, urn));
    const types = [providerTypes.awsBucketVersioning, providerTypes.awsBucketVersioningV2];
    const demand = { types, input: "versioning", wanted: "status Enabled", judge: judgeStatus };
    return [...others, ...judgeBuckets(stack, kept, demand)];
  },
});

const ground = "its tag says that a machine writes again what is in it";

function judgeStatus(versioning: DeclaredResource): Answer {
  return judgeProperty(versioning, {
    property: "versioningConfiguration.status",
    input: "versioning",
    wanted: "Enabled",
    holds: (found) => found === "Enabled",
  });
}

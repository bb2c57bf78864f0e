import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { changeManagement, environments } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-04
export const environmentSelfReviewBarred = defineRule({
  id: "environment-self-review-barred",
  title: "Nobody approves a deployment that they started",
  why: "An approval that the author gives is no second pair of eyes, and a stolen account needs no second one.",
  fix: "Set environment.preventSelfReview to true.",
  severity: "medium",
  topics: ["repository", "deployment"],
  references: [environments, changeManagement],
  appliesTo: [providerTypes.githubEnvironment],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const reviewers = readProperty(inputs, ["reviewers", 0]);
    if (reviewers.state === "absent") return notApplicable("nobody reviews deployments to it");
    const property = "preventSelfReview";
    const evidence = { property, input: `environment.${property}`, wanted: true };
    const barred = readProperty(inputs, [property]);
    if (barred.state === "unknown") return unknown(evidence);
    const found = textOf(barred) === "true";
    return found ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});

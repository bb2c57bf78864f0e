import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { itemsOf } from "../../lib/lists";
import { changeManagement, environments } from "../../lib/repository/references";
import { judgeEnvironments } from "../../lib/repository/update-environments";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-04
export const environmentReviewers = defineRule({
  id: "environment-reviewers",
  title: "Somebody must approve a deployment to the environment",
  why: "Whatever reaches the default branch reaches users, at any hour, without anybody having decided so.",
  fix: "Name teams or users in environment.reviewers.",
  severity: "high",
  topics: ["repository", "deployment"],
  references: [environments, changeManagement],
  appliesTo: "stack",
  options: z.strictObject({
    min: z.int().min(0).max(6).describe("Least number of teams and users that may approve."),
  }),
  check: (stack, { options: { min } }) => {
    const answers = judgeEnvironments(stack, (environment) => judge(environment, min));
    return answers.length > 0 ? answers : notApplicable("the stack declares no environment");
  },
});

function judge({ inputs, urn }: DeclaredResource, min: number): Answer {
  if (min === 0) return notApplicable("the tier asks for no reviewers", urn);
  const evidence = {
    property: "reviewers",
    input: "environment.reviewers",
    wanted: `${min} or more teams and users`,
  };
  const lists = ["teams", "users"].map((who) => readProperty(inputs, ["reviewers", 0, who]));
  const count = lists.reduce((sum, list) => sum + itemsOf(list).length, 0);
  if (count >= min) return pass({ ...evidence, found: count });
  const open = lists.some(({ state }) => state === "unknown");
  return open ? unknown(evidence) : fail({ ...evidence, found: count });
}

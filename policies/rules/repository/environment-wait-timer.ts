import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { environments } from "../../lib/repository/references";
import { textOf } from "../../lib/text";
import { judgeEnvironments } from "../../lib/repository/update-environments";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-04
export const environmentWaitTimer = defineRule({
  id: "environment-wait-timer",
  title: "A deployment to the environment waits long enough to be stopped",
  why: "A merge by mistake is noticed within minutes, which is too late where it deploys within seconds.",
  fix: "Set environment.waitTimer to the minutes that the tier asks for.",
  severity: "low",
  topics: ["repository", "deployment"],
  references: [environments],
  appliesTo: "stack",
  options: z.strictObject({
    minMinutes: z.int().min(0).max(43_200).describe("Least wait before a deployment, minutes."),
  }),
  check: (stack, { options: { minMinutes } }) => {
    const answers = judgeEnvironments(stack, (environment) => judge(environment, minMinutes));
    return answers.length > 0 ? answers : notApplicable("the stack declares no environment");
  },
});

function judge({ inputs, urn }: DeclaredResource, minMinutes: number): Answer {
  if (minMinutes === 0) return notApplicable("the tier asks for no wait", urn);
  const wanted = `${minMinutes} minutes or more`;
  const evidence = { property: "waitTimer", input: "environment.waitTimer", wanted };
  const wait = readProperty(inputs, ["waitTimer"]);
  if (wait.state === "unknown") return unknown(evidence);
  const found = Number(textOf(wait) ?? 0);
  return found >= minMinutes ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

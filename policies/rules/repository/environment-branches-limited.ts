import { z } from "zod";
import { providerTypes } from "../../lib/provider-types";
import { deployableIn } from "../../lib/repository/deployable-branches";
import { environments, sourceCodeAccess } from "../../lib/repository/references";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: REPO-03, REPO-04, REPO-05
export const environmentBranchesLimited = defineRule({
  id: "environment-branches-limited",
  title: "Only protected or named branches deploy to an environment",
  why: "Any branch can otherwise carry a workflow that reads the environment's secrets and deploys what nobody reviewed.",
  fix: "Set environment.branches to protected, where a branch protection rule is declared, or to the names of branches.",
  severity: "high",
  topics: ["repository", "deployment"],
  references: [environments, sourceCodeAccess],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const declared = stack.ofType(providerTypes.githubEnvironment);
    if (declared.length === 0) return notApplicable("the stack declares no environment");
    const deployable = deployableIn(stack);
    return declared.map((environment) => {
      const evidence = { urn: environment.urn, property, input: "environment.branches", wanted };
      const { state, message } = deployable(environment);
      if (state === "open") return unknown(evidence);
      return state ? pass(evidence) : fail({ ...evidence, message: `${property}: ${message}` });
    });
  },
});

const property = "deploymentBranchPolicy";
const wanted = "protected branches, or branches by name";

import { z } from "zod";
import { governance } from "../../lib/references";
import { defineRule, fail, notApplicable, pass } from "../../rule";

export const stackProfileReadable = defineRule({
  id: "stack-profile-readable",
  title: "The StackProfile says everything by which the stack is judged",
  why: "A profile that cannot be read counts for nothing, and neither do its waivers.",
  fix: "Give the profile tier, owner, onUnknown, budget, waivers and rules as plain values.",
  severity: "critical",
  topics: ["governance"],
  references: [governance],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ profiles, problems }) => {
    if (profiles.length !== 1) return notApplicable("there is no one profile to read");
    if (problems.length === 0) return pass();
    return problems.map(({ path, message }) =>
      fail({
        property: path,
        input: path,
        message: `${path || "inputs"}: ${message}; until it can be read everything is judged as prod`,
      }),
    );
  },
});

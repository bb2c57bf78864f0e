import { z } from "zod";
import { governance } from "../../lib/references";
import { defineRule, fail, notApplicable, pass } from "../../rule";

export const tierHonest = defineRule({
  id: "tier-honest",
  title: "A stack whose name says a tier carries that tier",
  why: "One word in the judged file would otherwise switch the rules of prod off.",
  fix: "Set groundwork:stack.tier to what the stack's name says, or rename the stack.",
  severity: "critical",
  topics: ["governance"],
  references: [governance],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ stackName, declaredTier, namedTier }) => {
    if (namedTier === undefined) return notApplicable(`the name ${stackName} says no tier`);
    if (declaredTier === undefined) return notApplicable("no profile says a tier");
    const evidence = { property: "tier", input: "tier", found: declaredTier, wanted: namedTier };
    if (declaredTier === namedTier) return pass(evidence);
    const message = `tier: found ${declaredTier}, wanted ${namedTier} in a stack named ${stackName}; the stricter of the two holds`;
    return fail({ ...evidence, message });
  },
});

import { z } from "zod";
import { judgeProperty } from "../../lib/judge-property";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, fail, notApplicable } from "../../rule";

// Requirement: UPT-03, UPT-04
export const canaryStarted = defineRule({
  id: "canary-started",
  title: "Canaries run, as many as the tier asks for",
  why: "A health check asks for one page; that users can sign in and begin shows to a canary alone, which AWS makes stopped.",
  fix: "Declare groundwork:uptime.canary, or set startCanary of one of your own to true.",
  severity: "medium",
  topics: ["uptime"],
  references: monitoring,
  appliesTo: "stack",
  options: z.strictObject({ canaries: z.number().int().nonnegative() }),
  check: (stack, { options: { canaries: wanted } }) => {
    const { urn } = stack;
    const canaries = stack.ofType(providerTypes.awsCanary);
    if (canaries.length < wanted) {
      const message = `found ${canaries.length} canaries, wanted at least ${wanted}`;
      return fail({ urn, input: "canary", found: canaries.length, wanted, message });
    }
    if (canaries.length === 0) return notApplicable("the tier asks for no canary", urn);
    return canaries.map((canary) =>
      judgeProperty(canary, {
        property: "startCanary",
        wanted: true,
        absent: false,
        holds: (found) => found === true,
      }),
    );
  },
});

import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { judgeProperty } from "../../lib/judge-property";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { defineRule, fail, notApplicable, pass } from "../../rule";

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
    const browsers = stack.ofType(providerTypes.checklyCheck).filter(asksAsUser);
    const count = canaries.length + browsers.length;
    if (count < wanted) {
      const message = `found ${count} canaries, wanted at least ${wanted}`;
      return fail({ urn, input: "canary", found: count, wanted, message });
    }
    if (browsers.length > 0 && canaries.length === 0) return pass({ urn, found: count, wanted });
    if (count === 0) return notApplicable("the tier asks for no canary", urn);
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

/** A browser check at Checkly does what a canary does; that it runs and tells is judged by a rule of its own. */
const asksAsUser = ({ inputs }: DeclaredResource) =>
  readText(inputs, ["type"]) === "BROWSER" && readText(inputs, ["activated"]) === "true";

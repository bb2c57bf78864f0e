import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import { mapOf } from "../../lib/maps";
import { partKinds, partsOf } from "../../lib/recovery/parts";
import { continuity } from "../../lib/recovery/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: HOST-12
export const fallbacksDeclared = defineRule({
  id: "fallbacks-declared",
  title: "Every part says what it needs, and what users get while that is down",
  why: "A part whose needs nobody wrote down takes the product along when a vendor fails, and on that day nobody knows why.",
  fix: "Name what the part needs under groundwork:dependencies, each with its fallback.",
  severity: "low",
  topics: ["recovery", "governance"],
  references: continuity,
  appliesTo: "stack",
  options: z.strictObject({
    parts: z.array(z.enum(partKinds)).describe("Kinds of parts that say what they need."),
  }),
  check: (stack, { options }) => {
    const parts = partsOf(stack).filter(({ kind }) => options.parts.includes(kind));
    if (parts.length === 0) return notApplicable("the tier asks for no fallbacks of what is here");
    const [profile] = stack.ofType(tokens.stackProfile);
    return parts.map(({ name }): Answer => {
      const property = `dependencies.${name}`;
      const urn = profile?.urn ?? stack.urn;
      const evidence = { urn, property, wanted: "what it needs, with fallbacks" };
      const needs = readProperty(profile?.inputs ?? null, ["dependencies", name]);
      if (needs.state === "unknown") return unknown(evidence);
      const named = Object.keys(mapOf(needs));
      return named.length > 0
        ? pass({ ...evidence, found: named })
        : fail({ ...evidence, found: null });
    });
  },
});

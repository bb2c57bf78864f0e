import { z } from "zod";
import { headerConflicts } from "../../lib/headers/header-conflicts";
import { owaspHeaders } from "../../lib/references";
import { defineRule, fail, pass } from "../../rule";

// Requirement: HDR-01
export const headerDefinedOnce = defineRule({
  id: "header-defined-once",
  title: "No two places give one response header different values",
  why: "Which of two routes wins depends on their order, so that a later change of an unrelated route can replace the header that was reviewed.",
  fix: "Keep the header in one place, and give a route of its own only headers that no other route sets for the same paths.",
  severity: "medium",
  topics: ["headers"],
  references: [
    owaspHeaders("Configuration"),
    {
      standard: "RFC 9110",
      clause: "5.2",
      url: "https://www.rfc-editor.org/rfc/rfc9110#section-5.2",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const conflicts = headerConflicts(stack);
    if (conflicts.length === 0) return pass();
    return conflicts.map(({ header, first, other }) =>
      fail({
        urn: other.urn,
        property: other.property,
        found: other.says,
        message: `${other.property}: found ${header} again, which ${first.name} ${first.says}, wanted one definition for the same paths`,
      }),
    );
  },
});

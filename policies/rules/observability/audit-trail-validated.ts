import { z } from "zod";
import { judgeProperty } from "../../lib/judge-property";
import { cisTrail } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: LOG-07, COMP-07
export const auditTrailValidated = defineRule({
  id: "audit-trail-validated",
  title: "Audit trails prove that nobody changed them",
  why: "Without digests a deleted or edited log file looks like a quiet hour.",
  fix: "Set enableLogFileValidation to true on the trail.",
  severity: "medium",
  topics: ["audit", "logs"],
  references: [cisTrail("3.2"), iso("A.5.28")],
  appliesTo: [providerTypes.awsTrail],
  options: z.strictObject({}),
  check: (trail) =>
    judgeProperty(trail, {
      property: "enableLogFileValidation",
      wanted: true,
      absent: false,
      holds: (found) => found === true,
    }),
});

import { z } from "zod";
import type { Value } from "../../../core/value";
import { judgeProperty } from "../../lib/judge-property";
import { cisTrail, logging } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { soc2 } from "../../lib/references";
import { defineRule, fail, notApplicable } from "../../rule";

/** What makes a trail complete, and what AWS takes a missing one as. */
const demands = [
  { property: "enableLogging", absent: true },
  { property: "isMultiRegionTrail", absent: false },
  { property: "includeGlobalServiceEvents", absent: true },
];

const isTrue = (found: Value) => found === true;

// Requirement: LOG-07, COMP-07
export const auditTrailOn = defineRule({
  id: "audit-trail-on",
  title: "Every call of the AWS account is recorded, in all regions",
  why: "Without a record nobody can tell who did what, and an intruder works in the region that nobody looks at.",
  fix: "Set groundwork:logs.trail to the bucket that takes the record.",
  severity: "high",
  topics: ["audit", "logs"],
  references: [cisTrail("3.1"), logging, soc2("CC7.2")],
  appliesTo: "stack",
  options: z.strictObject({ trails: z.number().int().nonnegative() }),
  check: (stack, { options: { trails: wanted } }) => {
    const { urn } = stack;
    const trails = stack.ofType(providerTypes.awsTrail);
    if (trails.length < wanted) {
      const message = `found ${trails.length} audit trails, wanted at least ${wanted}`;
      return fail({ urn, input: "trail", found: trails.length, wanted, message });
    }
    if (trails.length === 0) return notApplicable("the tier asks for no audit trail", urn);
    return trails.flatMap((trail) =>
      demands.map((demand) => judgeProperty(trail, { ...demand, wanted: true, holds: isTrue })),
    );
  },
});

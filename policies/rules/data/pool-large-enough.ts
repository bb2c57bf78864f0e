import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { supabaseDocs } from "../../lib/data/references";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { iso, soc2 } from "../../lib/references";
import { type Answer, defineRule, fail } from "../../rule";

// Requirement: DB-02, DB-06, ENV-08
export const poolLargeEnough = defineRule({
  id: "pool-large-enough",
  title: "Connections to the database are pooled, in a pool as large as the tier asks for",
  why: "Functions that each open a connection, or wait for one of too few, stop the app on its first busy day.",
  fix: "Leave pooler out of the stack file, or set poolSize to the tier's number or more.",
  severity: "medium",
  topics: ["data", "capacity"],
  references: [
    soc2("A1.1"),
    iso("A.8.6"),
    supabaseDocs("Connection management", "database/connection-management"),
  ],
  appliesTo: "stack",
  options: z.strictObject({
    min: z.int().min(1).describe("Least connections of the pool."),
  }),
  check: (stack, { options: { min } }) =>
    stack.ofType(providerTypes.supabaseProject).flatMap((project) => {
      const pools = stack.dependents(project, providerTypes.supabasePooler, "projectRef");
      return pools.length > 0
        ? pools.map((pool) => judgePool(pool, min))
        : [withoutPool(project, min)];
    }),
});

function judgePool(pool: DeclaredResource, min: number): Answer {
  return judgeProperty(pool, {
    property: "defaultPoolSize",
    input: "pooler.poolSize",
    wanted: `${min} or more`,
    holds: (found) => Number(found) >= min,
  });
}

function withoutPool({ urn }: DeclaredResource, min: number): Answer {
  const wanted = `${min} or more`;
  const message = `found no pool of this database, wanted one of ${min} connections or more`;
  return fail({ urn, input: "pooler", found: null, wanted, message });
}

import { z } from "zod";
import { connectionsOf, type InstanceSize } from "../../../catalogue/sizes";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { readSetting, settingsOfProject } from "../../lib/data/supabase-settings";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: DB-02, DB-06
export const poolBelowConnections = defineRule({
  id: "pool-below-connections",
  title: "The pool leaves connections to sign-in, storage and whoever must repair the database",
  why: "A pool that takes all connections locks out the services of Supabase under load, and the person who came to help.",
  fix: "Lower pooler.poolSize, raise database.max_connections, or choose a larger instanceSize.",
  severity: "high",
  topics: ["data", "capacity"],
  references: [
    iso("A.8.6"),
    supabaseDocs("Connection management", "database/connection-management"),
  ],
  appliesTo: "stack",
  options: z.strictObject({
    maxPercent: z
      .int()
      .min(1)
      .max(99)
      .describe("Most of the server's connections that the pool may take, in percent."),
  }),
  check: (stack, { options: { maxPercent } }) =>
    stack.ofType(providerTypes.supabaseProject).flatMap((project) => {
      const pools = stack.dependents(project, providerTypes.supabasePooler, "projectRef");
      const connections = connectionsIn(stack, project);
      return pools.map((pool) => judgePool(pool, connections, maxPercent));
    }),
});

function judgePool(
  { urn, inputs }: DeclaredResource,
  connections: number | undefined,
  maxPercent: number,
): Answer {
  const evidence = { urn, property: "defaultPoolSize", input: "pooler.poolSize" };
  const size = readProperty(inputs, ["defaultPoolSize"]);
  if (size.state === "absent") return notApplicable("Supabase sizes the pool by itself", urn);
  if (size.state === "unknown") return unknown(evidence);
  if (connections === undefined) {
    const message = `${evidence.property}: how many connections the server takes is not known; set database.max_connections`;
    return unknown({ ...evidence, message });
  }
  const most = Math.floor((connections * maxPercent) / 100);
  const answer = { ...evidence, found: size.value, wanted: `${most} of ${connections} or fewer` };
  return Number(size.value) <= most ? pass(answer) : fail(answer);
}

/** What the settings say, else what the compute size brings. */
function connectionsIn(stack: StackView, project: DeclaredResource): number | undefined {
  const said = settingsOfProject(stack, project)
    .map((settings) => readSetting(settings, "database", "max_connections"))
    .find(({ state }) => state !== "absent");
  return said ? numberOf(said) : bySize(readProperty(project.inputs, ["instanceSize"]));
}

function bySize(size: Reading): number | undefined {
  return size.state === "unknown" ? undefined : connectionsOf(textOf(size) as InstanceSize);
}

function numberOf(reading: Reading): number | undefined {
  return reading.state === "known" ? Number(reading.value) : undefined;
}

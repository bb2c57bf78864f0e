import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import type { Value } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { readSetting, settingsOfProject } from "../../lib/data/supabase-settings";
import { listed } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Larger blocks than any one organization's: the whole internet in two halves is the whole internet. */
const leastBits = { v4: 8, v6: 16 } as const;

// Requirement: HDR-17
export const databaseNetworkClosed = defineRule({
  id: "database-network-closed",
  title: "Network restrictions of the database keep somebody out",
  why: "A list that holds 0.0.0.0/0 looks like a lock and lets the whole internet try passwords.",
  fix: "List the ranges that must reach Postgres in network.restrictions, none of them open to everybody.",
  severity: "high",
  topics: ["data", "network"],
  references: [
    iso("A.8.20"),
    supabaseDocs("Network restrictions", "platform/network-restrictions"),
  ],
  appliesTo: "stack",
  options: z.strictObject({
    // Hosts of functions and runners have no fixed addresses, so no tier demands restrictions of everybody.
    minRanges: z
      .int()
      .min(0)
      .describe("Least number of ranges; 0 lets a stack do without restrictions."),
  }),
  check: (stack, { options: { minRanges } }) =>
    stack.ofType(providerTypes.supabaseProject).flatMap((project) => {
      const settings = settingsOfProject(stack, project);
      return settings.map((one) => judgeNetwork(one, minRanges));
    }),
});

function judgeNetwork(settings: DeclaredResource, minRanges: number): Answer {
  const property = "network.restrictions";
  const wanted = minRanges > 0 ? `${minRanges} or more, none open` : "none open";
  const evidence = { urn: settings.urn, property, input: property, wanted };
  const restrictions = readSetting(settings, "network", "restrictions");
  if (restrictions.state === "unknown") return unknown(evidence);
  if (restrictions.state === "absent" && minRanges === 0) {
    const ground = "no restriction is declared; TLS and the password keep strangers out";
    return notApplicable(ground, settings.urn);
  }
  const found = restrictions.state === "known" ? listed(restrictions.value) : [];
  const open = found.filter(isOpen);
  if (open.length > 0) return fail({ ...evidence, found: open });
  return found.length >= minRanges ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function isOpen(range: Value): boolean {
  if (typeof range !== "string") return false;
  const bits = Number(range.split("/")[1]);
  return bits < (range.includes(":") ? leastBits.v6 : leastBits.v4);
}

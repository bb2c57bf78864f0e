import { z } from "zod";
import { supabasePlanLimits } from "../../../catalogue/limits/supabase";
import { supabaseLimits, type SupabasePlan } from "../../../catalogue/supabase-limits";
import type { DeclaredResource } from "../../../core/resource";
import { promisedMinutes } from "../../lib/data/promised-minutes";
import { supabaseDocs } from "../../lib/data/references";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** Supabase archives the write-ahead log every two minutes, and makes a backup once a day. */
const { worstMinutes: pitrMinutes } = supabasePlanLimits.pitr.value;
const dailyMinutes = 1440;

// Requirement: DR-03, DR-07, ENV-14
export const databaseRpoCovered = defineRule({
  id: "database-rpo-covered",
  title: "Backups of the database are as frequent as its recovery point promises",
  why: "A promise to lose an hour at most is broken by a backup once a day, and nobody notices before the day it counts.",
  fix: "Add pitr: { days: 7 } to the database, or promise less in objectives.database.rpoMinutes.",
  severity: "high",
  topics: ["data", "recovery"],
  references: [
    gdpr(32, "Article 32(1)(c)"),
    iso("A.8.13"),
    supabaseDocs("Database backups", "platform/backups"),
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const promised = promisedMinutes(stack, "database");
    if (promised === undefined)
      return notApplicable("no recovery point of the database is promised");
    return stack
      .ofType(providerTypes.supabaseProject)
      .map((project) => judgeProject(stack, project, promised));
  },
});

function judgeProject(
  stack: StackView,
  project: DeclaredResource,
  promised: number | "unknown",
): Answer {
  const evidence = { urn: project.urn, input: "pitr" };
  if (promised === "unknown") return unknown({ ...evidence, property: "rpoMinutes" });
  const minutes = lossOf(stack, project);
  const wanted = `at most ${promised} minutes lost`;
  if (minutes === undefined) {
    const message = `found no backup of this database, wanted ${wanted}`;
    return fail({ ...evidence, found: null, wanted, message });
  }
  const found = `up to ${minutes} minutes lost`;
  const answer = { ...evidence, found, wanted, message: `found ${found}, wanted ${wanted}` };
  return minutes <= promised ? pass({ ...evidence, found, wanted }) : fail(answer);
}

/** Minutes of work that a loss costs at worst; undefined where there is no backup to return to. */
function lossOf(stack: StackView, project: DeclaredResource): number | undefined {
  const has = (type: string) => stack.dependents(project, type, "projectRef").length > 0;
  if (has(providerTypes.supabasePitr)) return pitrMinutes;
  const isDaily = has(providerTypes.supabaseBackupSchedule) || isOnPaidPlan(stack, project);
  return isDaily ? dailyMinutes : undefined;
}

/** Paid plans come with a daily backup that need not be declared. */
function isOnPaidPlan(stack: StackView, { parent = "" }: DeclaredResource): boolean {
  const plan = readText(stack.get(parent)?.inputs ?? {}, ["plan"]) ?? "";
  return Object.hasOwn(supabaseLimits, plan) && supabaseLimits[plan as SupabasePlan].backupSchedule;
}

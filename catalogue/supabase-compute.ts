import { connectionsOf, type InstanceSize, isAtLeast } from "./sizes";
import { supabasePlanLimits } from "./limits/supabase";
import { type PlanProblem, supabaseLimits, type SupabasePlan } from "./supabase-limits";

/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const supabaseComputeCheckedOn = "2026-11-21";

const { leastCompute: leastForPitr } = supabasePlanLimits.pitr.value;
const { leastCompute: leastForReplicas, ...replicas } = supabasePlanLimits.replicaCount.value;

/** Share of the connections that a pool may take, so that the services of Supabase have theirs. Source: docs/guides/database/connection-management. */
const poolShare = 0.8;

/** The part of a database's settings that its compute size limits. */
export interface SizedSettings {
  plan?: SupabasePlan | undefined;
  instanceSize?: InstanceSize | undefined;
  database?: { max_connections?: number | undefined } | undefined;
  pooler?: false | { poolSize?: number | undefined } | undefined;
  pitr?: object | undefined;
  readReplicas?: readonly string[] | undefined;
}

/** Every setting that the compute size does not carry. What the plan lacks anyway is left to `planProblems`. */
export function computeProblems(settings: SizedSettings): PlanProblem[] {
  return [...poolProblems(settings), ...pitrProblems(settings), ...replicaProblems(settings)];
}

/** The largest pool that leaves Supabase's own services their connections; undefined where the server's number is not known. */
export function roomForPool(settings: SizedSettings): number | undefined {
  const connections = connectionsIn(settings);
  return connections && Math.max(1, Math.floor(connections * poolShare));
}

function connectionsIn({ database, instanceSize }: SizedSettings): number | undefined {
  return database?.max_connections ?? connectionsOf(instanceSize);
}

function poolProblems(settings: SizedSettings): PlanProblem[] {
  const size = settings.pooler ? settings.pooler.poolSize : undefined;
  const connections = connectionsIn(settings);
  if (size === undefined || connections === undefined || size < connections) return [];
  return [
    {
      path: ["pooler", "poolSize"],
      found: `${size} connections`,
      allowed: `fewer than the ${connections} connections of the server`,
      fix: `lower it to ${roomForPool(settings)}, raise database.max_connections, or choose a larger instanceSize`,
    },
  ];
}

function pitrProblems({ plan, instanceSize, pitr }: SizedSettings): PlanProblem[] {
  if (!pitr || !has(plan, "pitr") || isAtLeast(instanceSize, leastForPitr)) return [];
  return [tooSmall("pitr", instanceSize, leastForPitr)];
}

function replicaProblems(settings: SizedSettings): PlanProblem[] {
  const { plan, instanceSize, pitr, readReplicas = [] } = settings;
  if (readReplicas.length === 0 || !has(plan, "readReplicas")) return [];
  if (!isAtLeast(instanceSize, leastForReplicas)) {
    return [tooSmall("readReplicas", instanceSize, leastForReplicas)];
  }
  const path = ["readReplicas"];
  const problems: PlanProblem[] = [];
  const most = isAtLeast(instanceSize, replicas.manyFrom) ? replicas.many : replicas.few;
  if (readReplicas.length > most) {
    const found = `${readReplicas.length} replicas`;
    const allowed = `at most ${most} on ${instanceSize} compute`;
    problems.push({ path, found, allowed, fix: "remove some, or choose a larger instanceSize" });
  }
  if (!pitr) {
    const allowed = "replicas of a database with physical backups, which come with pitr";
    const fix = "add pitr: { days: 7 }, or remove the replicas";
    problems.push({ path, found: "no pitr", allowed, fix });
  }
  return problems;
}

function tooSmall(
  setting: string,
  size: InstanceSize | undefined,
  least: InstanceSize,
): PlanProblem {
  return {
    path: [setting],
    found: size ? `${size} compute` : "the smallest compute, since no instanceSize is given",
    allowed: `at least ${least} compute`,
    fix: `set instanceSize to ${least} or larger, or remove it`,
  };
}

function has(plan: SupabasePlan | undefined, feature: "pitr" | "readReplicas"): boolean {
  return plan === undefined || supabaseLimits[plan][feature];
}

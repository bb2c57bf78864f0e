import { supabasePlanLimits } from "./limits/supabase";

/** Plans of a Supabase organization, smallest first: one plan for all its projects. */
export const supabasePlans = ["free", "pro", "team", "enterprise"] as const;
export type SupabasePlan = (typeof supabasePlans)[number];

interface PlanLimits {
  /** Whether a compute size can be chosen. */
  instanceSize: boolean;
  /** Bytes of the largest file in Storage. */
  fileSizeLimit: number;
  /** Whether passwords can be compared with leaked ones. */
  leakedPasswords: boolean;
  /** Whether sessions can be limited. */
  sessionLimits: boolean;
  /** Whether it can be recovered to a point in time. */
  pitr: boolean;
  /** Whether there are daily backups to schedule; that the hour can be chosen is not confirmed by plan. */
  backupSchedule: boolean;
  /** Whether it can have read replicas. */
  readReplicas: boolean;
  /** Whether it can have a hostname of its own, an add-on. */
  customHostname: boolean;
  /** Edge functions of one project. */
  functions: number;
}

const { pitr, backupDays, ...limits } = supabasePlanLimits;

function limitsOf(plan: SupabasePlan): PlanLimits {
  return {
    instanceSize: limits.instanceSize.value[plan],
    fileSizeLimit: limits.fileSizeLimit.value[plan],
    leakedPasswords: limits.leakedPasswords.value[plan],
    sessionLimits: limits.sessionLimits.value[plan],
    pitr: pitr.value[plan],
    backupSchedule: backupDays.value[plan] > 0,
    readReplicas: limits.readReplicas.value[plan],
    customHostname: limits.customHostname.value[plan],
    functions: limits.functions.value[plan],
  };
}

/** What a project has by its organization's plan. */
export const supabaseLimits: Readonly<Record<SupabasePlan, PlanLimits>> = {
  free: limitsOf("free"),
  pro: limitsOf("pro"),
  team: limitsOf("team"),
  enterprise: limitsOf("enterprise"),
};

/** The part of a database's settings that a plan limits. */
export interface PlannedSettings {
  plan?: SupabasePlan | undefined;
  instanceSize?: string | undefined;
  storage?: { fileSizeLimit?: number | undefined } | undefined;
  auth?:
    | false
    | {
        password_hibp_enabled?: boolean | undefined;
        sessions_timebox?: number | undefined;
        sessions_inactivity_timeout?: number | undefined;
        sessions_single_per_user?: boolean | undefined;
      }
    | undefined;
  functions?: Record<string, object> | undefined;
  pitr?: object | undefined;
  backupSchedule?: string | undefined;
  readReplicas?: readonly string[] | undefined;
  customHostname?: object | undefined;
}

/** A setting that the plan does not have. */
export interface PlanProblem {
  /** From the settings: `["auth", "password_hibp_enabled"]`. */
  path: string[];
  found: string;
  allowed: string;
  fix: string;
}

const sessionKeys = [
  "sessions_timebox",
  "sessions_inactivity_timeout",
  "sessions_single_per_user",
] as const;

/** Settings that a plan either has or lacks, with what it has instead. */
const features = {
  pitr: "no recovery to a point in time",
  backupSchedule: "no daily backup to schedule",
  readReplicas: "no read replica",
  customHostname: "no hostname of one's own",
} as const;

/** Every setting that the plan does not have; none where no plan is given. */
export function planProblems(settings: PlannedSettings): PlanProblem[] {
  const { plan, instanceSize, storage, functions = {} } = settings;
  if (plan === undefined) return [];
  const limits = supabaseLimits[plan];
  const problems: PlanProblem[] = [];
  const refuse = (path: string[], found: string, allowed: string, fix: string) =>
    problems.push({ path, found, allowed: `${allowed} on the ${plan} plan`, fix });

  if (instanceSize !== undefined && !limits.instanceSize) {
    refuse(["instanceSize"], instanceSize, "no compute size", "remove it, or change the plan");
  }
  for (const [key, allowed] of Object.entries(features) as [keyof typeof features, string][]) {
    const asked = settings[key] !== undefined && !isEmpty(settings[key]);
    if (asked && !limits[key]) refuse([key], "asked for", allowed, "remove it, or change the plan");
  }
  const size = storage?.fileSizeLimit;
  if (size !== undefined && size > limits.fileSizeLimit) {
    const allowed = `at most ${limits.fileSizeLimit} bytes`;
    refuse(["storage", "fileSizeLimit"], `${size} bytes`, allowed, "lower it, or change the plan");
  }
  for (const key of paidKeys(settings, limits)) {
    refuse(["auth", key], "turned on", "nothing but off", "remove it, or change the plan");
  }
  const count = Object.keys(functions).length;
  if (count > limits.functions) {
    const allowed = `at most ${limits.functions} functions`;
    refuse(["functions"], `${count} functions`, allowed, "remove some, or change the plan");
  }
  return problems;
}

/** Auth settings that are turned on and that the plan lacks. */
function paidKeys({ auth }: PlannedSettings, limits: PlanLimits): string[] {
  if (!auth) return [];
  const leaked = auth.password_hibp_enabled && !limits.leakedPasswords;
  const sessions = limits.sessionLimits ? [] : sessionKeys.filter((key) => auth[key]);
  return [...(leaked ? ["password_hibp_enabled"] : []), ...sessions];
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

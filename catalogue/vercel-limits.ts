import type { Problem } from "../core/errors";
import { vercelProjectLimits } from "./limits/vercel";

/** Plans of a Vercel team, smallest first. */
export const vercelPlans = ["hobby", "pro", "enterprise"] as const;
export type VercelPlan = (typeof vercelPlans)[number];

/** What is assumed of a team that names no plan: the smallest that may serve a business. */
export const defaultPlan: VercelPlan = "pro";

interface PlanLimit {
  readonly unit: string;
  readonly value: Readonly<Record<VercelPlan, number>>;
}

type LimitName = keyof typeof vercelProjectLimits;

/** What a project asks for, as far as a plan may limit it. */
export interface PlanSubject {
  plan?: VercelPlan | undefined;
  resourceConfig?:
    | {
        functionDefaultRegions?: readonly string[] | undefined;
        functionDefaultTimeout?: number | undefined;
      }
    | undefined;
  domains?: object | undefined;
  customEnvironments?: object | undefined;
  rollingRelease?: object | undefined;
  skewProtection?: string | undefined;
  firewall?:
    | {
        rateLimits?: object | undefined;
        managedRulesets?: { owasp?: object | undefined } | undefined;
      }
    | undefined;
  logDrain?: object | undefined;
  webhook?: object | undefined;
  passwordProtection?: object | undefined;
  trustedIps?: { addresses?: readonly unknown[] | undefined } | undefined;
}

interface Use {
  path: string;
  used: (subject: PlanSubject) => number;
}

const count = (entries: object | undefined) => Object.keys(entries ?? {}).length;
const one = (given: unknown) => (given === undefined ? 0 : 1);

/** Where each limit is met, and how much of it is used. */
const uses: Readonly<Record<LimitName, Use>> = {
  functionRegions: {
    path: "resourceConfig.functionDefaultRegions",
    used: (it) => it.resourceConfig?.functionDefaultRegions?.length ?? 0,
  },
  functionSeconds: {
    path: "resourceConfig.functionDefaultTimeout",
    used: (it) => it.resourceConfig?.functionDefaultTimeout ?? 0,
  },
  domains: { path: "domains", used: (it) => count(it.domains) },
  customEnvironments: { path: "customEnvironments", used: (it) => count(it.customEnvironments) },
  rollingReleases: { path: "rollingRelease", used: (it) => one(it.rollingRelease) },
  skewProtection: { path: "skewProtection", used: (it) => one(it.skewProtection) },
  firewallRules: { path: "firewall.rateLimits", used: (it) => count(it.firewall?.rateLimits) },
  owasp: {
    path: "firewall.managedRulesets.owasp",
    used: (it) => count(it.firewall?.managedRulesets?.owasp),
  },
  logDrains: { path: "logDrain", used: (it) => one(it.logDrain) },
  webhooks: { path: "webhook", used: (it) => one(it.webhook) },
  passwordProtection: { path: "passwordProtection", used: (it) => one(it.passwordProtection) },
  trustedIps: { path: "trustedIps", used: (it) => it.trustedIps?.addresses?.length ?? 0 },
};

/** Everything that the project's plan does not allow; paths count from the project's args. */
export function planProblems(subject: PlanSubject): Problem[] {
  const plan = subject.plan ?? defaultPlan;
  return (Object.keys(vercelProjectLimits) as LimitName[]).flatMap((name) => {
    const { unit, value }: PlanLimit = vercelProjectLimits[name];
    const { path, used } = uses[name];
    const wanted = used(subject);
    const allowed = value[plan];
    if (wanted <= allowed) return [];
    return [
      {
        where: { path },
        found: allowed === 0 ? `${unit} on Vercel's plan ${plan}` : `${wanted} ${unit}`,
        allowed:
          allowed === 0 ? `no ${unit} on plan ${plan}` : `at most ${allowed} on plan ${plan}`,
        fix: fixFor(value, { wanted, allowed }),
      },
    ];
  });
}

function fixFor(
  value: Readonly<Record<VercelPlan, number>>,
  { wanted, allowed }: { wanted: number; allowed: number },
): string {
  const enough = vercelPlans.find((plan) => value[plan] >= wanted);
  const less = allowed === 0 ? "remove it" : `come down to ${allowed}`;
  return enough ? `${less}, or say plan: ${enough} if the team has it` : less;
}

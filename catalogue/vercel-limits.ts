import type { Problem } from "../core/errors";

/** Plans of a Vercel team, smallest first. */
export const vercelPlans = ["hobby", "pro", "enterprise"] as const;
export type VercelPlan = (typeof vercelPlans)[number];

/** What is assumed of a team that names no plan: the smallest that may serve a business. */
export const defaultPlan: VercelPlan = "pro";

/** What one project may have, by plan. 0 means that the plan has no such thing. */
export interface PlanLimit {
  readonly unit: string;
  readonly value: Readonly<Record<VercelPlan, number>>;
  readonly source: string;
  /** Day of the source, `YYYY-MM-DD`. */
  readonly asOf: string;
}

const any = Number.POSITIVE_INFINITY;
const docs = "https://vercel.com/docs";
const hobbyPage = { source: `${docs}/plans/hobby`, asOf: "2026-08-31" } as const;
const protectionPage = {
  source: `${docs}/deployment-protection/usage-and-pricing`,
  asOf: "2026-08-21",
} as const;
const drainsPage = { source: `${docs}/drains`, asOf: "2026-07-22" } as const;
const firewallPage = { source: `${docs}/vercel-firewall`, asOf: "2026-11-21" } as const;

/**
 * Limits of Vercel's plans for one project. Cron jobs (Hobby: two, once a day) are missing here because their schedules
 * stand in the app's vercel.json.
 */
export const planLimits = {
  functionRegions: {
    unit: "function regions",
    value: { hobby: 1, pro: 3, enterprise: any },
    source: `${docs}/functions/configuring-functions/region`,
    asOf: "2026-11-21",
  },
  /** The enterprise figure is the provider's own upper bound. */
  functionSeconds: {
    unit: "seconds for a function",
    value: { hobby: 300, pro: 800, enterprise: 900 },
    ...hobbyPage,
  },
  domains: { unit: "hosts", value: { hobby: 50, pro: any, enterprise: any }, ...hobbyPage },
  customEnvironments: {
    unit: "custom environments",
    value: { hobby: 0, pro: 1, enterprise: 12 },
    source: `${docs}/deployments/environments`,
    asOf: "2026-08-14",
  },
  /** Pro allows one project of the team, which a single project cannot see. */
  rollingReleases: {
    unit: "rolling release",
    value: { hobby: 0, pro: 1, enterprise: any },
    source: `${docs}/rolling-releases`,
    asOf: "2026-06-03",
  },
  skewProtection: {
    unit: "skew protection",
    value: { hobby: 0, pro: 1, enterprise: 1 },
    source: `${docs}/skew-protection`,
    asOf: "2026-11-21",
  },
  firewallRules: {
    unit: "firewall rules",
    value: { hobby: 3, pro: 40, enterprise: 1000 },
    ...hobbyPage,
  },
  owasp: { unit: "OWASP rulesets", value: { hobby: 0, pro: 0, enterprise: any }, ...firewallPage },
  logDrains: { unit: "log drain", value: { hobby: 0, pro: any, enterprise: any }, ...drainsPage },
  webhooks: {
    unit: "webhook",
    value: { hobby: 0, pro: any, enterprise: any },
    source: `${docs}/webhooks`,
    asOf: "2026-11-21",
  },
  passwordProtection: {
    unit: "password protection",
    value: { hobby: 0, pro: 1, enterprise: 1 },
    ...protectionPage,
  },
  trustedIps: {
    unit: "trusted IP addresses",
    value: { hobby: 0, pro: 0, enterprise: any },
    ...protectionPage,
  },
} as const satisfies Record<string, PlanLimit>;

type LimitName = keyof typeof planLimits;

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
  return (Object.keys(planLimits) as LimitName[]).flatMap((name) => {
    const { unit, value }: PlanLimit = planLimits[name];
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

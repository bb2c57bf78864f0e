import { githubPlanProblems } from "../../../catalogue/github-plans";
import { githubRuleProblems } from "../../../catalogue/github-rules";
import type { ServiceVendor } from "../../../hosts/services";
import { awsLimits } from "../../../catalogue/limits/aws";
import { locationsBeyond } from "../../../catalogue/checkly";
import { excessOfPlan } from "../../../catalogue/pagerduty";
import { pagerdutyLimits } from "../../../catalogue/limits/pagerduty";
import { githubLimits } from "../../../catalogue/limits/github";
import { railwayLimits } from "../../../catalogue/limits/railway";
import { renderLimits } from "../../../catalogue/limits/render";
import { supabasePlanLimits, supabaseRealtimeLimits } from "../../../catalogue/limits/supabase";
import { supabaseComputeLimits } from "../../../catalogue/limits/supabase-compute";
import { vercelLimits, vercelProjectLimits } from "../../../catalogue/limits/vercel";
import type { InstanceSize } from "../../../catalogue/sizes";
import { settingsProblems } from "../../../catalogue/supabase-settings";
import { planProblems, type PlanSubject } from "../../../catalogue/vercel-limits";
import type { AccessSettings } from "../../../components/access";
import { accessProblems } from "../../../components/access/problems";
import { budgetProblems } from "../../../components/budget/problems";
import { dashboardBody } from "../../../components/dashboard/body";
import { vendorProblems } from "../../../components/services/vendor-problems";
import { repositoryProblems } from "../../../components/repository/problems";
import { aSpec } from "../../render/hosts/services";
import { uptimeProblems } from "../../../components/uptime/problems";
import { parseSettings } from "../../../config/parse";
import { edited, sectionsOf } from "../../config/support";

/** A subject at its limit, and one just beyond it; each is what a check finds. */
export interface Held {
  within: readonly unknown[];
  beyond: readonly unknown[];
}

type Found = (amount: number) => readonly unknown[];

/** By what comes of the most that is allowed, and of one more. */
function upTo(most: number, found: Found): Held {
  return { within: found(most), beyond: found(most + 1) };
}

const many = (amount: number) => Array.from({ length: amount }, (_, at) => `n${at}`);
const keyed = <T>(amount: number, value: T): Record<string, T> =>
  Object.fromEntries(many(amount).map((name) => [name, value]));
const some = <T>(amount: number, value: T): T | undefined => (amount > 0 ? value : undefined);

const projects: Record<keyof typeof vercelProjectLimits, (amount: number) => PlanSubject> = {
  functionRegions: (n) => ({ resourceConfig: { functionDefaultRegions: many(n) } }),
  functionSeconds: (n) => ({ resourceConfig: { functionDefaultTimeout: n } }),
  domains: (n) => ({ domains: keyed(n, {}) }),
  customEnvironments: (n) => ({ customEnvironments: keyed(n, {}) }),
  rollingReleases: (n) => ({ rollingRelease: some(n, {}) }),
  skewProtection: (n) => ({ skewProtection: some(n, "1 day") }),
  firewallRules: (n) => ({ firewall: { rateLimits: keyed(n, {}) } }),
  owasp: (n) => ({ firewall: { managedRulesets: { owasp: keyed(n, {}) } } }),
  logDrains: (n) => ({ logDrain: some(n, {}) }),
  webhooks: (n) => ({ webhook: some(n, {}) }),
  passwordProtection: (n) => ({ passwordProtection: some(n, {}) }),
  trustedIps: (n) => ({ trustedIps: { addresses: many(n) } }),
};

const prod = sectionsOf("Pulumi.prod.yaml");
/** Prod on the smallest plan, without what that plan lacks. */
const onHobby = {
  "hosting.plan": "hobby",
  "hosting.resourceConfig.functionDefaultRegions": ["yul1"],
  "hosting.rollingRelease": undefined,
  "hosting.skewProtection": undefined,
  "hosting.logDrain": undefined,
  "costs.usage.hosting": undefined,
};
const using =
  (meter: string): Found =>
  (expected) => {
    const use = { [meter]: { low: 0, expected, high: expected } };
    const parsed = parseSettings(edited(prod, { ...onHobby, "costs.usage.hosting": use }));
    return "problems" in parsed ? parsed.problems : [];
  };

const { functionCpuHours } = vercelLimits.functionUse.value;

const ofVercel = Object.fromEntries([
  ...Object.entries(vercelProjectLimits).map(([name, { sku, value }]) => {
    const subject = projects[name as keyof typeof projects];
    return [sku, upTo(value.hobby, (n) => planProblems({ plan: "hobby", ...subject(n) }))] as const;
  }),
  [vercelLimits.requests.sku, upTo(vercelLimits.requests.value.hobby, using("requests"))],
  [vercelLimits.transferGb.sku, upTo(vercelLimits.transferGb.value.hobby, using("transferGb"))],
  [vercelLimits.functionUse.sku, upTo(functionCpuHours, using("functionCpuHours"))],
]);

type Settings = Parameters<typeof settingsProblems>[0];
/** The same settings on the plan that has them, and on the one that has not. */
const onPaid = (settings: Settings): Held => ({
  within: settingsProblems({ plan: "pro", ...settings }),
  beyond: settingsProblems({ plan: "free", ...settings }),
});
const onFree = (most: number, settings: (amount: number) => Settings): Held =>
  upTo(most, (n) => settingsProblems({ plan: "free", ...settings(n) }));

const limits = supabasePlanLimits;
const roomy = { plan: "pro", instanceSize: "small", pitr: { days: 7 } } as const;

const ofSupabase: Record<string, Held> = {
  [limits.instanceSize.sku]: onPaid({ instanceSize: "micro" }),
  [limits.leakedPasswords.sku]: onPaid({ auth: { password_hibp_enabled: true } }),
  [limits.sessionLimits.sku]: onPaid({ auth: { sessions_timebox: 24 } }),
  [limits.backupDays.sku]: onPaid({ backupSchedule: "03:00:00" }),
  [limits.customHostname.sku]: onPaid({ customHostname: {} }),
  [limits.readReplicas.sku]: {
    within: settingsProblems({ ...roomy, readReplicas: ["ca-central-1"] }),
    beyond: settingsProblems({ plan: "free", readReplicas: ["ca-central-1"] }),
  },
  [limits.fileSizeLimit.sku]: onFree(limits.fileSizeLimit.value.free, (fileSizeLimit) => ({
    storage: { fileSizeLimit },
  })),
  [limits.functions.sku]: onFree(limits.functions.value.free, (n) => ({ functions: keyed(n, {}) })),
  [limits.pitr.sku]: {
    within: settingsProblems(roomy),
    beyond: settingsProblems({ ...roomy, instanceSize: "micro" }),
  },
  [limits.replicaCount.sku]: upTo(limits.replicaCount.value.few, (n) =>
    settingsProblems({ ...roomy, readReplicas: many(n) }),
  ),
  ...Object.fromEntries(
    Object.entries(supabaseRealtimeLimits).map(([key, { sku, value }]) => [
      sku,
      onFree(value.free, (n) => ({ realtime: { [key]: n } })),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(supabaseComputeLimits).map(([size, { sku, value }]) => [
      sku,
      upTo(value.connections - 1, (poolSize) =>
        settingsProblems({ plan: "pro", instanceSize: size as InstanceSize, pooler: { poolSize } }),
      ),
    ]),
  ),
};

const environment = { branches: ["main"] };
const inPrivate = (asked: object): Held => {
  const subject = { protection: false, ...asked } as const;
  return {
    within: githubPlanProblems({ plan: "enterprise", ...subject }),
    beyond: githubPlanProblems({ plan: "free", ...subject }),
  };
};
const repository = { owner: "velocity", name: "shop", plan: "enterprise", owned: true } as const;
const { value: wait } = githubLimits.waitMinutes;

const ofGithub: Record<string, Held> = {
  [githubLimits.branchProtection.sku]: inPrivate({ protection: {} }),
  [githubLimits.environments.sku]: inPrivate({ environment }),
  [githubLimits.reviewers.sku]: inPrivate({ environment: { reviewers: {} } }),
  [githubLimits.waitTimer.sku]: inPrivate({ environment: { waitTimer: 5 } }),
  [githubLimits.addOns.sku]: inPrivate({ addOns: ["codeSecurity"] }),
  [githubLimits.internal.sku]: inPrivate({ visibility: "internal" }),
  [githubLimits.reviewersMost.sku]: upTo(githubLimits.reviewersMost.value, (n) =>
    githubRuleProblems({ environment: { ...environment, reviewers: { users: many(n) } } }),
  ),
  [githubLimits.waitMinutes.sku]: upTo(wait[1], (waitTimer) =>
    repositoryProblems({ ...repository, environment: { ...environment, name: "p", waitTimer } }),
  ),
  [githubLimits.approvals.sku]: upTo(githubLimits.approvals.value, (n) =>
    repositoryProblems({ ...repository, protection: { requiredApprovingReviewCount: n } }),
  ),
};

const budget = { name: "shop", awsUsd: 1, monthlyUsd: 1, owner: "o", emails: ["a@example.com"] };
const account: AccessSettings = {
  accountId: "123456789012",
  repository: "velocity/shop",
  environment: "production",
  state: { bucket: "shop-state", keyAlias: "shop-state", region: "us-east-1" },
  product: "shop",
  tier: "prod",
  owner: "platform-team",
  buckets: [],
  secrets: [],
  budgets: [],
};
const identity = { project: "groundwork", stack: "prod" };

/** The more buckets of other names, the longer the documents. */
function documentsOf(most: number): Held {
  const told = (amount: number) =>
    accessProblems({ ...account, buckets: many(amount) }, identity).filter(({ allowed }) =>
      allowed?.includes(`at most ${most},`),
    );
  return { within: told(1), beyond: told(400) };
}

/** Alarms that the page leaves out. */
function leftOut(amount: number): unknown[] {
  const settings = {
    product: "shop",
    tier: "prod",
    owner: "o",
    level: "basic",
    services: {},
  } as const;
  const facts = { region: "us-east-1", alarmArns: many(amount), healthChecks: {} };
  const shown = dashboardBody(settings, facts).widgets.flatMap(({ properties }) =>
    Array.isArray(properties.alarms) ? (properties.alarms as string[]) : [],
  );
  return many(amount).filter((arn) => !shown.includes(arn));
}

const suffix = "-prod-ci-preview".length;

const ofAws: Record<string, Held> = {
  [awsLimits.budgetSubscribers.sku]: upTo(awsLimits.budgetSubscribers.value.emails, (n) =>
    budgetProblems({ ...budget, emails: many(n) }),
  ),
  [awsLimits.budgetNotifications.sku]: upTo(awsLimits.budgetNotifications.value - 1, (n) =>
    budgetProblems({ ...budget, thresholds: many(n).map((_, at) => at + 1) }),
  ),
  [awsLimits.budgetActionRoles.sku]: upTo(awsLimits.budgetActionRoles.value, (n) =>
    budgetProblems({ ...budget, action: { roles: many(n) } }),
  ),
  [awsLimits.healthCheckChildren.sku]: upTo(awsLimits.healthCheckChildren.value, (n) =>
    uptimeProblems({ checks: keyed(n, { fqdn: "app.example.com" }) }, []),
  ),
  [awsLimits.dashboardAlarms.sku]: upTo(awsLimits.dashboardAlarms.value, leftOut),
  [awsLimits.roleName.sku]: upTo(awsLimits.roleName.value - suffix, (n) =>
    accessProblems({ ...account, product: "p".repeat(n) }, identity),
  ),
  [awsLimits.managedPolicy.sku]: documentsOf(awsLimits.managedPolicy.value),
  [awsLimits.inlinePolicies.sku]: documentsOf(awsLimits.inlinePolicies.value),
};

const ofServices = (vendor: ServiceVendor, instances: number) =>
  upTo(instances, (n) => vendorProblems(aSpec({ vendor, scale: { min: n, max: n } })));

/** By limit: what a check finds at it, and just beyond it. */
/** The locations of small plans, and one that they do not have. */
const sixFirst = [
  ...(["us-east-1", "us-west-1", "eu-central-1", "eu-west-2"] as const),
  ...(["ap-southeast-1", "ap-southeast-2", "ca-central-1"] as const),
];

export const held: Readonly<Record<string, Held>> = {
  ...ofVercel,
  ...ofSupabase,
  ...ofGithub,
  ...ofAws,
  "checkly-locations": upTo(6, (n) => locationsBeyond("starter", sixFirst.slice(0, n))),
  [renderLimits.instances.sku]: ofServices("render", renderLimits.instances.value),
  [railwayLimits.service.sku]: ofServices("railway", railwayLimits.service.value.enterprise[0]),
  [pagerdutyLimits.free.sku]: upTo(pagerdutyLimits.free.value.schedules, (n) =>
    [excessOfPlan("free", n)].filter((fault) => fault !== undefined),
  ),
};

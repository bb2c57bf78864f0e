import { z } from "zod";
import type { CostInputs } from "../core/costs";
import type { Waiver, UnknownMode } from "../core/profile";
import { vercelLimits } from "../catalogue/limits/vercel";
import { defaultPlan, type VercelPlan } from "../catalogue/vercel-limits";
import { withAuthAddresses } from "./auth-addresses";
import { type TierDefaults, tierDefaults } from "./defaults";
import {
  accessSettings,
  type AccessSettings,
  type StateSettings,
  stateSettings,
} from "./derived/access";
import { type CacheSettings, derivedCache, withCache } from "./derived/cache";
import { budgetShares } from "./derived/budget-shares";
import { costInputs, type Surroundings } from "./derived/costs";
import { withPreviewPools } from "./derived/preview-pools";
import {
  derivedErrorTracking,
  type ErrorTrackingSettings,
  withErrorVariables,
  withNotifier,
} from "./derived/error-tracking";
import { type DerivedRecovery, derivedRecovery } from "./derived/recovery";
import { withSentryDsn } from "./derived/sentry";
import { type ResolvedServices, withServiceDefaults } from "./derived/service-defaults";
import { productServices } from "./derived/services";
import { type AlertsSettings, derivedAlerts } from "./derived/alerts";
import { derivedDns, type DnsSettings } from "./derived/dns";
import { derivedUptime, type UptimeSettings } from "./derived/uptime";
import { derivedLogs, type LogsSettings, withCopies, withTrail } from "./derived/logs";
import { watchedServices } from "./derived/watched-services";
import {
  derivedWebVitals,
  type WebVitalsSettings,
  withMonitor,
  withWebVitals,
} from "./derived/web-vitals";
import { type RepositorySettings, repositorySettings } from "./derived/repository";
import { withPool } from "./pool-size";
import { accessSection } from "./sections/access";
import { alertsSection } from "./sections/alerts";
import { type BudgetSection, budgetSection } from "./sections/budget";
import { cacheSection } from "./sections/cache";
import { costsSection } from "./sections/costs";
import { type DatabaseSection, databaseSection } from "./sections/database";
import { dnsSection } from "./sections/dns";
import { type DependenciesSection, dependenciesSection } from "./sections/dependencies";
import { type DriftSection, driftSection } from "./sections/drift";
import { errorTrackingSection } from "./sections/error-tracking";
import { type HostingSection, hostingSection } from "./sections/hosting";
import { logsSection } from "./sections/logs";
import { policySection } from "./sections/policy";
import { type ReadinessSection, readinessSection } from "./sections/readiness";
import { type ReleaseSection, releaseSection } from "./sections/release";
import { repositorySection } from "./sections/repository";
import { type SecretRegistry, secretRegistrySection } from "./sections/secret-registry";
import { secretsSection } from "./sections/secrets";
import { recoverySection } from "./sections/recovery";
import { type SharedSection, sharedSection } from "./sections/shared";
import { servicesSection } from "./sections/services";
import { stateSection } from "./sections/state";
import { type StorageSection, storageSection } from "./sections/storage";
import { type StackSection, stackSection } from "./sections/stack";
import { uptimeSection } from "./sections/uptime";
import { webVitalsSection } from "./sections/web-vitals";

/** What a stack file says, section by section: `groundwork:<section>` under `config:`. */
const sections = {
  stack: stackSection,
  shared: sharedSection.optional(),
  dependencies: dependenciesSection.optional(),
  hosting: hostingSection,
  database: databaseSection,
  uptime: uptimeSection.prefault({}),
  dns: dnsSection.optional(),
  budget: budgetSection,
  costs: costsSection.optional(),
  recovery: recoverySection.optional(),
  readiness: readinessSection.optional(),
  errorTracking: errorTrackingSection.optional(),
  alerts: alertsSection.optional(),
  logs: logsSection.optional(),
  storage: storageSection.optional(),
  services: servicesSection.optional(),
  cache: cacheSection.optional(),
  webVitals: webVitalsSection.optional(),
  repository: repositorySection.optional(),
  access: accessSection.optional(),
  state: stateSection.optional(),
  policy: policySection.optional(),
  drift: driftSection.optional(),
  release: releaseSection.optional(),
  secretRegistry: secretRegistrySection.optional(),
  secrets: secretsSection.optional(),
} as const;

export const settingsSchema = z.strictObject(sections);
export type FileSettings = z.infer<typeof settingsSchema>;

type Resolved<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>;

type HostingSettings = Omit<HostingSection, "resourceConfig"> & {
  resourceConfig: Required<NonNullable<HostingSection["resourceConfig"]>>;
  /** Only where a third party needs it. */
  awsRegion?: string;
};
type DatabaseSettings = Resolved<DatabaseSection, "protect" | "pooler">;
type BudgetSettings = Resolved<BudgetSection, "name" | "shares">;
interface StorageSettings {
  buckets: Record<string, Protected<StorageSection["buckets"][string]>>;
}
/** For each vendor's bucket by itself. */
type Protected<T> = T extends { protect?: unknown } ? Resolved<T, "protect"> : never;
interface PolicySettings {
  onUnknown: UnknownMode;
  /** Hours that the approval of a preview lets an update run. */
  approvalHours: number;
  owners: string[];
  waivers: Waiver[];
  rules: Record<string, Record<string, unknown>>;
}

/** A stack's settings with the defaults of its tier filled in. Defaults of a single component stay with the component. */
export interface StackSettings {
  stack: StackSection;
  shared: Required<SharedSection>;
  dependencies: DependenciesSection;
  hosting: HostingSettings;
  database: DatabaseSettings;
  uptime: UptimeSettings;
  /** Absent: DNS is kept elsewhere. */
  dns: DnsSettings | undefined;
  budget: BudgetSettings;
  costs: CostInputs;
  recovery: DerivedRecovery;
  readiness: ReadinessSection;
  errorTracking: ErrorTrackingSettings;
  alerts: AlertsSettings;
  logs: LogsSettings;
  storage: StorageSettings;
  services: ResolvedServices;
  /** Absent: nothing is cached beside the database. */
  cache: CacheSettings | undefined;
  /** Absent: nobody asks browsers how pages feel. */
  webVitals: WebVitalsSettings | undefined;
  secretRegistry: SecretRegistry;
  /** Absent: the repository is not managed here. */
  repository: RepositorySettings | undefined;
  /** Absent: no access from GitHub Actions. */
  access: AccessSettings | undefined;
  /** Absent: the state is not kept on S3. */
  state: StateSettings | undefined;
  policy: PolicySettings;
  /** Differences from the providers that are known. */
  drift: Required<DriftSection>;
  /** How a release is judged once it serves. */
  release: { responses: Required<NonNullable<ReleaseSection["responses"]>> };
}

/** By what a stack is judged that says nothing of it, whatever its tier. */
const unsaidPolicy = { approvalHours: 24, owners: [], waivers: [], rules: {} };
const unsaidResponses = {
  ...{ samples: 3, records: 10, factor: 1.5, leastMs: 100 },
  slower: "tell",
} as const;

/** Fills in what the stack's tier says where the file says nothing. */
export function withTierDefaults(file: FileSettings, around: Surroundings = {}): StackSettings {
  const { stack, hosting, budget, policy } = file;
  const defaults = tierDefaults[stack.tier];
  const parts = productServices(file);
  const level = file.alerts?.level ?? defaults.monitoringLevel;
  const database = withPool(withAuthAddresses(file.database, hosting.domains), defaults.poolSize);
  const errorTracking = derivedErrorTracking(file, defaults);
  const cache = derivedCache(file, defaults.cache);
  const buckets = withCopies(withTrail(file), file.logs, defaults.logs);
  const pooled = withPreviewPools(
    withServiceDefaults(file.services, stack, defaults.services),
    defaults.previewPoolSize,
  );
  const services = withCache(pooled, cache);
  const webVitals = derivedWebVitals(file, around.awsRegion);
  const limits = { database, services, cache, webVitals };
  return {
    stack,
    shared: { owner: "prod", ...file.shared },
    dependencies: file.dependencies ?? {},
    hosting: {
      ...hosting,
      ...withMonitor(file, around.awsRegion),
      variables: withWebVitals(withErrorVariables(hosting.variables, errorTracking), webVitals),
      resourceConfig: { ...whereFunctionsRun(hosting.plan, defaults), ...hosting.resourceConfig },
    },
    database: {
      protect: defaults.protectDatabase,
      ...database,
      functions: withNotifier(database.functions, errorTracking),
    },
    uptime: derivedUptime(file, level, defaults.uptime),
    dns: derivedDns(file, defaults.protectZone),
    budget: {
      name: `${stack.product}-${stack.tier}`,
      ...budget,
      shares: budgetShares(parts, budget.monthlyUsd, budget.shares),
    },
    costs: costInputs(file, around),
    recovery: derivedRecovery(stack, file.recovery, defaults),
    readiness: file.readiness ?? {},
    errorTracking,
    alerts: derivedAlerts(file, level, watchedServices(parts, limits)),
    logs: derivedLogs(file, parts, level, defaults.logs),
    storage: { buckets: withProtection(buckets, defaults.protectBuckets) },
    services,
    cache,
    webVitals,
    repository: repositorySettings(file, defaults.protectRepository),
    access: accessSettings(file),
    state: stateSettings(file),
    secretRegistry: withRecovery(withSentryDsn(file), defaults.secretRecoveryDays),
    policy: { onUnknown: defaults.onUnknown, ...unsaidPolicy, ...policy },
    drift: { ignore: [], ...file.drift },
    release: { responses: { ...unsaidResponses, ...file.release?.responses } },
  };
}

/** As many of the tier's regions as the plan allows. */
function whereFunctionsRun(
  plan: VercelPlan = defaultPlan,
  { functionDefaultRegions, functionDefaultTimeout }: TierDefaults,
) {
  const most = vercelLimits.functionRegions.value[plan];
  return {
    functionDefaultRegions: functionDefaultRegions.slice(0, most),
    functionDefaultTimeout,
  };
}

function withProtection(
  buckets: StorageSection["buckets"],
  protect: boolean,
): StorageSettings["buckets"] {
  return Object.fromEntries(
    Object.entries(buckets).map(([key, bucket]) => [key, { protect, ...bucket }]),
  );
}

function withRecovery(registry: SecretRegistry, recoveryWindowInDays: number) {
  const filled = Object.entries(registry).map(([name, secret]) => {
    const { awsSecretsManager, ...others } = secret.destinations ?? {};
    if (!awsSecretsManager) return [name, secret] as const;
    const kept = { recoveryWindowInDays, ...awsSecretsManager };
    return [name, { ...secret, destinations: { ...others, awsSecretsManager: kept } }] as const;
  });
  return Object.fromEntries(filled);
}

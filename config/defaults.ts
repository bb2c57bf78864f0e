import type { BackupCadence } from "../core/backups";
import type { FunctionRegion } from "../catalogue/regions";
import type { ErrorEventMode } from "../catalogue/error-tracking";
import type { MonitoringLevel } from "../core/alerts";
import type { Tier, UnknownMode } from "../core/profile";
import type { CacheTierDefaults } from "./derived/cache";
import type { LogDefaults } from "./derived/logs";
import type { ServiceDefaults } from "./derived/service-defaults";

/** What a stack of a tier means when its file says nothing. Values, not floors: floors are options of rules. */
export interface TierDefaults {
  /** `policy.onUnknown` */
  onUnknown: UnknownMode;
  /** `hosting.resourceConfig.functionDefaultRegions` */
  functionDefaultRegions: readonly FunctionRegion[];
  /** `hosting.resourceConfig.functionDefaultTimeout`, seconds. */
  functionDefaultTimeout: number;
  /** `recovery.backups.every` */
  backupEvery: BackupCadence;
  /** `recovery.backups.lock` */
  lockBackups: boolean;
  /** `database.protect` */
  protectDatabase: boolean;
  /** `database.pooler.poolSize`, as far as the server has connections for it. */
  poolSize: number;
  /** `storage.buckets.*.protect` */
  protectBuckets: boolean;
  /** `dns.zone.protect` */
  protectZone: boolean;
  /** `errorTracking.protect`, of a project at Sentry. */
  protectErrors: boolean;
  /** `repository.protect`, in the stack that declares it. */
  protectRepository: boolean;
  /** `secretRegistry.*.destinations.awsSecretsManager.recoveryWindowInDays` */
  secretRecoveryDays: number;
  /** `logs`: days that lines are kept, and whether a key of our own encrypts them. */
  logs: LogDefaults;
  /** `services`: where machines run, and how many of a region at most. */
  services: ServiceDefaults;
  /** `cache.elasticache`: its limits of use, and days that a snapshot is kept. */
  cache: CacheTierDefaults;
  /** `services.*.previews.poolSize` */
  previewPoolSize: number;
  /** `alerts.level` */
  monitoringLevel: MonitoringLevel;
  /** `errorTracking.events` */
  errorEvents: ErrorEventMode;
  /** `uptime.defaults`; the interval in seconds. */
  uptime: { requestInterval: 10 | 30; failureThreshold: number };
}

// Requirement: SECR-12, HOST-17, ENV-11, ENV-20, ENV-05, ENV-06, ENV-08, ENV-19, DB-02, COMP-06
/** Canada first, then the east coast; a third region only where users are. Three is what Vercel's Pro plan allows. */
export const tierDefaults: Readonly<Record<Tier, TierDefaults>> = {
  dev: {
    backupEvery: "never",
    lockBackups: false,
    onUnknown: "warn",
    functionDefaultRegions: ["yul1"],
    functionDefaultTimeout: 30,
    protectDatabase: false,
    poolSize: 10,
    protectBuckets: false,
    protectRepository: false,
    protectZone: false,
    protectErrors: false,
    secretRecoveryDays: 0,
    logs: { retentionInDays: 7, encrypted: false },
    services: { regions: ["iad"], machinesPerRegion: 1 },
    cache: { dataGb: { max: 1 }, ecpuPerSecond: { max: 1_000 }, snapshotDays: 0 },
    previewPoolSize: 2,
    monitoringLevel: "basic",
    errorEvents: "drop",
    uptime: { requestInterval: 30, failureThreshold: 3 },
  },
  staging: {
    backupEvery: "day",
    lockBackups: false,
    onUnknown: "fail",
    functionDefaultRegions: ["yul1", "iad1"],
    functionDefaultTimeout: 30,
    protectDatabase: false,
    poolSize: 25,
    protectBuckets: false,
    protectRepository: false,
    protectZone: false,
    protectErrors: false,
    secretRecoveryDays: 7,
    logs: { retentionInDays: 30, encrypted: false },
    services: { regions: ["iad", "sjc"], machinesPerRegion: 1 },
    cache: { dataGb: { max: 1 }, ecpuPerSecond: { max: 5_000 }, snapshotDays: 1 },
    previewPoolSize: 5,
    monitoringLevel: "standard",
    errorEvents: "send",
    uptime: { requestInterval: 30, failureThreshold: 2 },
  },
  prod: {
    backupEvery: "hour",
    lockBackups: true,
    onUnknown: "fail",
    functionDefaultRegions: ["yul1", "iad1", "sfo1"],
    functionDefaultTimeout: 30,
    protectDatabase: true,
    poolSize: 100,
    protectBuckets: true,
    protectRepository: true,
    protectZone: true,
    protectErrors: true,
    secretRecoveryDays: 30,
    logs: { retentionInDays: 365, encrypted: true },
    services: { regions: ["iad", "sjc", "lhr"], machinesPerRegion: 3 },
    cache: { dataGb: { max: 5 }, ecpuPerSecond: { max: 10_000 }, snapshotDays: 7 },
    previewPoolSize: 20,
    monitoringLevel: "enterprise",
    errorEvents: "send",
    uptime: { requestInterval: 30, failureThreshold: 2 },
  },
};

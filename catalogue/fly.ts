/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const flyCheckedOn = "2026-11-21";

/**
 * Where Fly runs Machines: its code, and the place for people. San Francisco has none: the nearest is `sjc`.
 * Source: https://fly.io/docs/reference/regions/
 */
const regions = {
  ams: "Amsterdam, Netherlands",
  arn: "Stockholm, Sweden",
  bom: "Mumbai, India",
  cdg: "Paris, France",
  dfw: "Dallas, USA",
  ewr: "Secaucus, USA",
  fra: "Frankfurt, Germany",
  gru: "São Paulo, Brazil",
  iad: "Ashburn, USA",
  jnb: "Johannesburg, South Africa",
  lax: "Los Angeles, USA",
  lhr: "London, United Kingdom",
  nrt: "Tokyo, Japan",
  ord: "Chicago, USA",
  sin: "Singapore",
  sjc: "San Jose, USA",
  syd: "Sydney, Australia",
  yyz: "Toronto, Canada",
} as const;
// Requirement: HOST-10, ENV-06
export type FlyRegion = keyof typeof regions;

export const flyRegions = Object.keys(regions) as [FlyRegion, ...FlyRegion[]];

/** `yyz` → `Toronto, Canada` */
export function placeOfFlyRegion(region: string): string | undefined {
  return Object.hasOwn(regions, region) ? regions[region as FlyRegion] : undefined;
}

/** How a release replaces the one before it. Source: https://fly.io/docs/reference/configuration/ (deploy section). */
export const flyStrategies = ["rolling", "immediate", "canary", "bluegreen"] as const;
export type FlyStrategy = (typeof flyStrategies)[number];

/**
 * What Fly does when a machine ends by itself: starts it again whatever it says, or only after a failure and ten times at
 * most. Fly's `never` is left out: nothing would come back. Source: the same, restart section, and
 * https://fly.io/docs/machines/guides-examples/machine-restart-policy/
 */
export const flyRestarts = ["always", "on-failure"] as const;
export type FlyRestart = (typeof flyRestarts)[number];

/** Source: the same, vm section. */
export const flyCpuKinds = ["shared", "performance"] as const;
export type FlyCpuKind = (typeof flyCpuKinds)[number];

/** Machines take memory in steps of this many megabytes. */
export const flyMemoryStepMb = 256;

/**
 * Sizes of a Machine: how many CPUs of a kind there can be, and how much memory each brings, in megabytes.
 * Source: https://fly.io/docs/machines/guides-examples/machine-sizing/ and https://fly.io/docs/about/pricing/
 */
export const flyMachineSizes: Readonly<
  Record<
    FlyCpuKind,
    { cpus: readonly number[]; memoryMbPerCpu: Readonly<{ min: number; max: number }> }
  >
> = {
  shared: { cpus: [1, 2, 4, 8], memoryMbPerCpu: { min: 256, max: 2048 } },
  performance: { cpus: [1, 2, 4, 8, 16], memoryMbPerCpu: { min: 2048, max: 8192 } },
};

/** Names of environment variables that Fly sets itself begin so. Source: the configuration page, env section. */
export const flyReservedPrefix = "FLY_";

/** Set by Fly from the primary region; a value of ours would be overridden. Source: the same. */
export const flyReservedVariables = ["PRIMARY_REGION"] as const;

/**
 * Keys of `fly.toml` that we may write, each as a path; `[]` stands for a list of tables, `*` for a free name. What is
 * not listed does nothing: `scaling`, `experimental.auto_rollback`, `restart_limit`, `script_checks` and
 * `private_network` of older guides are not keys.
 * Source: https://fly.io/docs/reference/configuration/
 */
export const flyConfigKeys = [
  "app",
  "primary_region",
  "build.image",
  "build.dockerfile",
  "deploy.strategy",
  "env.*",
  "restart[].policy",
  "checks.*.type",
  "checks.*.port",
  "checks.*.method",
  "checks.*.path",
  "checks.*.interval",
  "checks.*.timeout",
  "services[].internal_port",
  "services[].protocol",
  "services[].auto_stop_machines",
  "services[].auto_start_machines",
  "services[].min_machines_running",
  "services[].concurrency.type",
  "services[].concurrency.hard_limit",
  "services[].concurrency.soft_limit",
  "services[].ports[].port",
  "services[].ports[].handlers",
  "services[].ports[].force_https",
  "services[].tcp_checks[].grace_period",
  "services[].tcp_checks[].interval",
  "services[].tcp_checks[].timeout",
  "services[].http_checks[].grace_period",
  "services[].http_checks[].interval",
  "services[].http_checks[].method",
  "services[].http_checks[].path",
  "services[].http_checks[].protocol",
  "services[].http_checks[].timeout",
  "vm[].cpu_kind",
  "vm[].cpus",
  "vm[].memory",
] as const;

/** The host that Fly gives every app by itself. Source: https://fly.io/docs/networking/services/ */
export function flyHostOf(app: string): string {
  return `${app}.fly.dev`;
}

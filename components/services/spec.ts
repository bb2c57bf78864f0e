import { databaseDiskGb, databaseName } from "../../catalogue/service-databases";
import {
  type CheckSpec,
  type HostedSpec,
  isWorker,
  type PreviewImageSpec,
  type ServiceSpec,
} from "../../render/service";
import {
  type CheckArgs,
  defaults,
  type PreviewImageArgs,
  type PreviewsArgs,
  type ServiceArgs,
  type ServiceDatabaseArgs,
} from "./args";
import { gapsOf } from "./gaps";
import { hostedSpec } from "./hosted";

/**
 * A service with every default filled in, and what it becomes at a vendor other than Fly. `given`: names of secrets that
 * an update hands to the vendor.
 */
export function serviceSpec(args: ServiceArgs, given: readonly string[] = []): ServiceSpec {
  const spec = askedFor(args);
  const hosted = hostedSpec(spec);
  const gaps = gapsOf(spec, hosted ?? inOwnWords, given);
  return { ...spec, ...(hosted && { hosted }), ...((hosted ?? gaps.length > 0) && { gaps }) };
}

/** Of Fly, whose words the spec has: what Fly does not do depends on none of these. */
const inOwnWords: HostedSpec = { regions: {}, most: 0, cpus: 0, memoryMb: 0 };

function askedFor(args: ServiceArgs): ServiceSpec {
  const { tcp, http } = args.checks ?? {};
  const { cpu, ...machines } = args.scale;
  const { connections } = args.limits;
  const kind = args.kind ?? defaults.kind;
  const inPlace = args.disk !== undefined || isWorker({ kind });
  return {
    vendor: args.vendor ?? defaults.vendor,
    kind,
    app: args.app,
    org: args.org,
    image: args.image,
    ...(args.port !== undefined && { port: args.port }),
    checks: {
      ...(tcp && { tcp: checkSpec(tcp) }),
      ...(http && { http: { ...checkSpec(http), path: http.path } }),
    },
    regions: [...args.regions],
    primaryRegion: args.primaryRegion,
    scale: { ...machines, ...(cpu && { cpu: { ...cpu } }) },
    limits: {
      cpuKind: args.limits.cpuKind ?? defaults.cpuKind,
      cpus: args.limits.cpus,
      memoryMb: args.limits.memoryMb,
      ...(connections && { connections: { ...connections } }),
    },
    env: { ...args.env },
    secrets: [...(args.secrets ?? [])],
    ...(args.disk && { disk: { ...args.disk } }),
    ...(args.database && { database: databaseSpec(args.app, args.database) }),
    ...(args.previews && { previews: previewsSpec(args.app, args.previews) }),
    strategy: args.strategy ?? (inPlace ? defaults.strategyInPlace : defaults.strategy),
  };
}

function databaseSpec(
  service: string,
  { plan, version, diskGb, highAvailability }: ServiceDatabaseArgs,
): NonNullable<ServiceSpec["database"]> {
  return {
    name: databaseName(service),
    ...{ plan, version },
    diskGb: diskGb ?? databaseDiskGb.usual,
    highAvailability: highAvailability ?? false,
    allowedAddresses: [],
  };
}

function previewsSpec(
  service: string,
  { poolSize, app, restart, image }: PreviewsArgs,
): NonNullable<ServiceSpec["previews"]> {
  return {
    poolSize: poolSize ?? defaults.poolSize,
    app: app ?? `${service}-previews`,
    restart: restart ?? defaults.restart,
    ...(image && { image: imageSpec(image) }),
  };
}

function imageSpec({ base, healthCheck, packages, tools, ...given }: PreviewImageArgs) {
  const { port, user, workdir } = { ...defaults.image, ...present(given) };
  return {
    base,
    port,
    user,
    workdir,
    healthCheck: { ...defaults.healthCheck, ...present(healthCheck ?? {}) },
    packages: { ...packages },
    tools: { ...tools },
  } satisfies PreviewImageSpec;
}

/** What is said; a key without a value is not. */
function present<T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> };
}

function checkSpec({ interval, timeout, grace }: CheckArgs): CheckSpec {
  return {
    interval: interval ?? defaults.check.interval,
    timeout: timeout ?? defaults.check.timeout,
    grace: grace ?? defaults.check.grace,
  };
}

import type { CheckSpec, ServiceSpec } from "../../render/service";
import { type CheckArgs, defaults, type ServiceArgs } from "./args";

/** A service with every default filled in. */
export function serviceSpec(args: ServiceArgs): ServiceSpec {
  const { tcp, http } = args.checks;
  const { cpu, ...machines } = args.scale;
  return {
    vendor: args.vendor ?? defaults.vendor,
    app: args.app,
    org: args.org,
    image: args.image,
    port: args.port,
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
      connections: { ...args.limits.connections },
    },
    env: { ...args.env },
    secrets: [...(args.secrets ?? [])],
    ...(args.previews && {
      previews: { poolSize: args.previews.poolSize ?? defaults.poolSize },
    }),
    strategy: args.strategy ?? defaults.strategy,
  };
}

function checkSpec({ interval, timeout, grace }: CheckArgs): CheckSpec {
  return {
    interval: interval ?? defaults.check.interval,
    timeout: timeout ?? defaults.check.timeout,
    grace: grace ?? defaults.check.grace,
  };
}

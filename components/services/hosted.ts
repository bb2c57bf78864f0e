import { serviceHosts, type ServiceHost, type ServicePlan } from "../../catalogue/hosts/services";
import type { HostedSpec, ServiceSpec } from "../../render/service";

// Requirement: HOST-15, HOST-16
/** What a service is in the words of its vendor; nothing for Fly, whose words the spec has. */
export function hostedSpec(spec: ServiceSpec): HostedSpec | undefined {
  if (spec.vendor === "fly") return undefined;
  const host: ServiceHost = serviceHosts[spec.vendor];
  const regions = regionsOf(spec, host);
  const least = leastOf(spec, regions.length);
  const plan = planOf(spec, host);
  const { cpus, memoryMb } = plan ?? spec.limits;
  const grows = spec.scale.min < spec.scale.max && host.cpuTarget !== undefined;
  return {
    host: host.hostOf(spec.app),
    regions: spread(regions, least),
    most: grows ? Math.max(spec.scale.max, least) : least,
    ...(grows && { cpuTarget: spec.scale.cpu?.scaleUpAbove ?? host.cpuTarget }),
    ...(plan && { plan: plan.name }),
    ...{ cpus, memoryMb },
  };
}

/** The vendor's regions, the primary one first, each once; no more than one service can be in. */
function regionsOf({ regions, primaryRegion }: ServiceSpec, host: ServiceHost): string[] {
  const ordered = [primaryRegion, ...regions.filter((region) => region !== primaryRegion)];
  const theirs = ordered.flatMap((region) => host.regions[region]?.region ?? []);
  return [...new Set(theirs)].slice(0, host.regionsPerService);
}

/** Instances that always run. None of these vendors starts one on the first request, so that there is one in each region. */
function leastOf({ scale }: ServiceSpec, regions: number): number {
  return Math.max(scale.min, regions, 1);
}

/** An equal part in each region; what is left over goes to the first ones. */
function spread(regions: readonly string[], instances: number): Record<string, number> {
  const each = Math.floor(instances / Math.max(regions.length, 1));
  const over = instances - each * regions.length;
  return Object.fromEntries(regions.map((region, at) => [region, each + (at < over ? 1 : 0)]));
}

/** The smallest plan with enough memory and CPUs. */
export function planOf({ limits }: ServiceSpec, host: ServiceHost): ServicePlan | undefined {
  const cpus = limits.cpus * host.cpuShare[limits.cpuKind];
  return host.plans?.find((plan) => plan.memoryMb >= limits.memoryMb && plan.cpus >= cpus);
}

import {
  defaultServiceVendor,
  serviceHosts,
  type ServiceHost,
  type ServicePlan,
} from "../../hosts/services";
import { type HostedSpec, isWorker, type ServiceSpec } from "../../render/service";

// Requirement: HOST-15, HOST-16
/** What a service is in the words of its vendor; nothing for Fly, whose words the spec has. */
export function hostedSpec(spec: ServiceSpec): HostedSpec | undefined {
  if (spec.vendor === defaultServiceVendor) return undefined;
  const host: ServiceHost = serviceHosts[spec.vendor];
  const regions = regionsOf(spec, host);
  const least = leastOf(spec, regions.length);
  const plan = planOf(spec, host);
  const { cpus, memoryMb } = plan ?? spec.limits;
  const grows =
    least < spec.scale.max && host.cpuTarget !== undefined && plan?.growsByLoad !== false;
  return {
    ...(host.hostOf && !isWorker(spec) && { host: host.hostOf(spec.app) }),
    regions: spread(regions, least),
    most: grows ? spec.scale.max : least,
    ...(grows && { cpuTarget: spec.scale.cpu?.scaleUpAbove ?? host.cpuTarget }),
    ...(plan && { plan: plan.name }),
    ...{ cpus, memoryMb },
  };
}

/** The vendor's regions, the primary one first, each once; no more than there may be instances, or one service can be in. */
function regionsOf({ regions, primaryRegion, scale }: ServiceSpec, host: ServiceHost): string[] {
  const ordered = [primaryRegion, ...regions.filter((region) => region !== primaryRegion)];
  const theirs = ordered.flatMap((region) => host.regions[region]?.region ?? []);
  return [...new Set(theirs)].slice(0, Math.min(host.regionsPerService, scale.max));
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

/**
 * The smallest plan with enough memory and CPUs, of the kind that is asked for where the vendor sells two. What no plan of
 * shared CPUs is large enough for gets CPUs of its own; it never is the other way round.
 */
export function planOf({ limits, scale }: ServiceSpec, host: ServiceHost): ServicePlan | undefined {
  const { cpuKind, cpus: asked, memoryMb } = limits;
  const cpus = asked * host.cpuShare[cpuKind];
  const fitting = (host.plans ?? []).filter(
    (plan) =>
      plan.memoryMb >= memoryMb &&
      plan.cpus >= cpus &&
      (plan.instances ?? Number.POSITIVE_INFINITY) >= scale.min,
  );
  const ofKind = fitting.find((plan) => (plan.cpuKind ?? cpuKind) === cpuKind);
  return ofKind ?? (cpuKind === "shared" ? fitting[0] : undefined);
}

import type { FlyRegion } from "../../catalogue/fly";
import type { ServicesSection } from "../sections/services";
import type { StackSection } from "../sections/stack";

type Service = ServicesSection[string];
type Filled = "org" | "regions" | "primaryRegion" | "scale" | "limits";

/** Services with all that a machine needs to be known. */
export type ResolvedServices = Record<
  string,
  Omit<Service, Filled> & { [Key in Filled]: NonNullable<Service[Key]> }
>;

/** What a service of a tier means when the file says nothing. */
export interface ServiceDefaults {
  /** The first is the primary one. */
  regions: readonly FlyRegion[];
  /** Machines of one region at most. */
  machinesPerRegion: number;
}

/** Of one machine: enough for a small Node service. */
const size = { cpus: 1, memoryMb: 512 } as const;
const connections = { hard: 100, soft: 80 } as const;

// Requirement: ENV-05, ENV-06
/** Each service with organization, regions, machines and limits. What the file says itself wins. */
export function withServiceDefaults(
  services: ServicesSection = {},
  { product }: Pick<StackSection, "product">,
  { regions: usual, machinesPerRegion }: ServiceDefaults,
): ResolvedServices {
  const filled = Object.entries(services).map(([name, service]) => {
    const { regions = [...usual] } = service;
    const primaryRegion = service.primaryRegion ?? regions[0];
    const isWorker = service.kind === "worker";
    // Nothing asks a worker, so that nothing starts another of it.
    const most = isWorker ? 1 : machinesPerRegion;
    const scale = { min: regions.length, max: regions.length * most };
    const limits = { ...size, ...(!isWorker && { connections: { ...connections } }) };
    const defaults = { org: product, primaryRegion, scale, limits };
    return [name, { ...defaults, ...service, regions }];
  });
  return Object.fromEntries(filled) as ResolvedServices;
}

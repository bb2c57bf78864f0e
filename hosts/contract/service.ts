import type { FlyCpuKind, FlyRegion, FlyStrategy } from "../../catalogue/fly";
import type { Lack } from "./capability";
import type { NearestRegion } from "./site";
import type { ServiceCapability } from "./service-capability";

/** A size that the vendor sells by name. */
export interface ServicePlan {
  name: string;
  cpus: number;
  memoryMb: number;
  /** Its price in the catalogue, for one instance and month. */
  sku: string;
  /** Whose its CPUs are, where the vendor sells both. */
  cpuKind?: FlyCpuKind;
  /** Instances of it at most, where it may not be scaled. */
  instances?: number;
  /** False where the vendor adds none of it by load. */
  growsByLoad?: boolean;
}

/** A size of Postgres that the vendor sells by name. */
export interface DatabasePlan {
  name: string;
  /** Its price in the catalogue, for a month. */
  sku: string;
  /** Whether it can have a standby. */
  standby: boolean;
}

/** What one instance and one service can have at most, whatever the account's plan. */
export interface ServiceMost {
  instances: number;
  cpus: number;
  memoryMb: number;
}

/** What the vendor keeps for itself. */
export interface Reserved {
  /** Names of variables that begin so; undefined where none are. */
  prefix: string | undefined;
  variables: readonly string[];
  ports: readonly number[];
}

/** What somebody runs who deploys or goes back. */
export interface ServiceRelease {
  stack: string;
  /** Name of the service in the stack file. */
  service: string;
  /** The vendor's name of it. */
  app: string;
  image: string;
}

/** A vendor of container services: what is true of it outside, as of a day, and who says so. */
export interface ServiceHost {
  /** What people call it. */
  label: string;
  /** Whether its resources are declared in its cloud. Otherwise a file is rendered, which its own tool reads. */
  managed: boolean;
  /** The host that it gives a service by itself. Undefined where it is not known before the service is made. */
  hostOf: ((app: string) => string) | undefined;
  /** Who sends port 80 to HTTPS and keeps certificates: the file asks for it, or the vendor does it for every service. */
  https: "file" | "vendor";
  /** Its regions for Fly's, which the stack file names. */
  regions: Readonly<Record<FlyRegion, NearestRegion>>;
  /** Regions that one service can be in. */
  regionsPerService: number;
  /** Sizes by name, smallest first. Undefined where any size can be had up to `most`. */
  plans: readonly ServicePlan[] | undefined;
  /** CPUs of a plan that count as enough for one CPU asked for. */
  cpuShare: Readonly<Record<FlyCpuKind, number>>;
  most: ServiceMost | undefined;
  /** CPU load in percent at which it adds an instance where the stack file names none. Undefined: it adds none. */
  cpuTarget: number | undefined;
  /** Whether it asks the port of a service without an HTTP check. */
  asksPorts: boolean;
  /** Instances of a service whose files it keeps. Undefined: each instance has a disk of its own, or none has. */
  instancesWithDisk?: number;
  /** Sizes of a database that it keeps for one service. Undefined: it is told of none. */
  databasePlans?: readonly DatabasePlan[];
  /** Ways of replacing a release that it does as asked. */
  strategies: readonly FlyStrategy[];
  reserved: Reserved;
  /** What the vendor's name of a service may be, where that is less than the stack file takes, and in words. */
  names?: Readonly<{ pattern: RegExp; words: string }>;
  /** Hosts of images that it pulls; any where left out. */
  imageHosts?: readonly string[];
  /** What it can, or what happens instead. */
  can: Readonly<Record<ServiceCapability, true | Lack>>;
  /** How a release is had back, as its own tool is called. */
  rollback: (release: ServiceRelease) => string;
  /** How a release is made by its own tool. */
  deploy: (release: ServiceRelease) => string;
  pricing: string;
  docs: string;
  /** Pages that say what stands here. */
  sources: readonly string[];
  /** Day on which the facts were last compared with their sources. */
  checkedOn: string;
  /** `low` where facts come from memory. */
  confidence: "high" | "medium" | "low";
}

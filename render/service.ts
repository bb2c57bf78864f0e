import type { FlyCpuKind, FlyRegion, FlyRestart, FlyStrategy } from "../catalogue/fly";
import type { ServiceVendor } from "../hosts/services";
import type { ServiceRole } from "../catalogue/service-kinds";
import type { Gap } from "../core/gap";
import type { Tier } from "../core/profile";

/** How a service is asked whether it is well. Times in seconds. */
export interface CheckSpec {
  interval: number;
  timeout: number;
  grace: number;
}

export interface HttpCheckSpec extends CheckSpec {
  path: string;
}

/** When to run more or fewer machines. CPU in percent, times in seconds. */
export interface CpuScaleSpec {
  scaleUpAbove: number;
  scaleUpAfter: number;
  scaleDownBelow: number;
  scaleDownAfter: number;
}

/** A container service with every default filled in: the inputs of the component, and all that a renderer needs. */
export interface ServiceSpec {
  vendor: Vendor;
  kind: ServiceRole;
  app: string;
  org: string;
  image: string;
  /** Only of a service that answers requests. */
  port?: number;
  /** At least one of a service that answers requests, none of a worker. */
  checks: { tcp?: CheckSpec; http?: HttpCheckSpec };
  regions: FlyRegion[];
  primaryRegion: FlyRegion;
  scale: { min: number; max: number; cpu?: CpuScaleSpec };
  limits: {
    cpuKind: FlyCpuKind;
    cpus: number;
    memoryMb: number;
    /** Only of a service that answers requests. */
    connections?: { hard: number; soft: number };
  };
  env: Record<string, string>;
  secrets: string[];
  /** Only of a service whose machines keep files: where, and gigabytes of each. */
  disk?: { path: string; sizeGb: number };
  /** Only of a service with a database of its own at its vendor. */
  database?: {
    /** The vendor's name of it. */
    name: string;
    plan: string;
    /** Major version of Postgres. */
    version: number;
    diskGb: number;
    highAvailability: boolean;
    /** Addresses beyond the vendor's private network that may connect: none. */
    allowedAddresses: string[];
  };
  /** Only of a service that runs previews. */
  previews?: {
    poolSize: number;
    /** The vendor's name of the app whose machines are the pool. */
    app: string;
    restart: FlyRestart;
    /** Absent: it is built elsewhere, and nothing of the pool is rendered. */
    image?: PreviewImageSpec;
  };
  strategy: FlyStrategy;
  /** Only of a vendor other than Fly: what the same service is in its words. */
  hosted?: HostedSpec;
  /** What is asked for and does not happen at its vendor. Absent on Fly where that is nothing. */
  gaps?: Gap[];
}

/** Whether nobody asks it: it has no port, no host and no checks. */
export function isWorker({ kind }: Pick<ServiceSpec, "kind">): boolean {
  return kind === "worker";
}

/** A service in the words of the vendor that runs it. */
export interface HostedSpec {
  /** The host that the vendor gives it; absent of a worker, and where it is known only after the service was made. */
  host?: string;
  /** Instances that always run, by the vendor's own region. */
  regions: Record<string, number>;
  /** Instances at most, all regions together. */
  most: number;
  /** CPU load in percent at which one is added, up to `most`. Absent: their number is fixed. */
  cpuTarget?: number;
  /** Name of the size that is bought. Absent where CPUs and memory are themselves the size. */
  plan?: string;
  /** CPUs of one instance. */
  cpus: number;
  /** Memory of one instance in megabytes. */
  memoryMb: number;
}

/** How a container is asked whether it is well. Times in seconds. */
interface HealthCheckSpec {
  path: string;
  interval: number;
  timeout: number;
  retries: number;
}

/** The image that previews run in, with every default filled in. */
export interface PreviewImageSpec {
  /** Image it is built on, by digest or by commit. */
  base: string;
  port: number;
  user: string;
  workdir: string;
  healthCheck: HealthCheckSpec;
  /** Debian packages, each with its version. */
  packages: Record<string, string>;
  /** Tools from npm, each with its version. */
  tools: Record<string, string>;
}

/** Variable in which a service that runs previews reads how many it can. */
export const poolSizeVariable = "PREVIEW_POOL_SIZE";

/** Variable in which it reads whose machines they are. */
export const poolAppVariable = "PREVIEW_APP";

export type Vendor = ServiceVendor;

/** What a file is rendered for. */
export interface RenderTarget {
  /** Name of the service in the stack file. */
  service: string;
  stack: string;
  tier: Tier;
}

/** A stack's services, for a file that holds several. */
export interface StackTarget {
  stack: string;
  tier: Tier;
}

/** A file for a vendor's own tool. */
export interface RenderedFile {
  /** Relative, with `/`: `orchestrator/fly.staging.toml`. */
  file: string;
  text: string;
}

/** A file of a stack, and the services that it is of. */
export interface ServiceFile extends RenderedFile {
  services: readonly string[];
}

/** Services by their name in the stack file. */
export type NamedServices = readonly (readonly [string, ServiceSpec])[];

/** One vendor: a pure function from all services that it runs for a stack to the files that its tool reads. */
export type Renderer = (services: NamedServices, target: StackTarget) => ServiceFile[];

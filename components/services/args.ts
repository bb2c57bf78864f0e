import type { FlyCpuKind, FlyRegion, FlyRestart, FlyStrategy } from "../../catalogue/fly";
import { defaultServiceRole, type ServiceRole } from "../../catalogue/service-kinds";
import { defaultServiceVendor } from "../../hosts/services";
import type { Tier } from "../../core/profile";
import type { Vendor } from "../../render/service";

/** How a service is asked whether it is well. */
export interface CheckArgs {
  /**
   * Seconds between two questions.
   * @default 30
   */
  interval?: number | undefined;
  /**
   * Seconds after which an answer counts as missing; less than the interval.
   * @default 5
   */
  timeout?: number | undefined;
  /**
   * Seconds after the start of a machine in which failures do not count.
   * @default 10
   */
  grace?: number | undefined;
}

/** A check that wants a 2xx answer to a GET. */
export interface HttpCheckArgs extends CheckArgs {
  /** Path that is asked; begins with `/`. A redirect counts as a failure. */
  path: string;
}

/** Which checks a service has. */
export interface ChecksArgs {
  /** Whether the port takes connections. */
  tcp?: CheckArgs | undefined;
  /** Whether the service answers. */
  http?: HttpCheckArgs | undefined;
}

/** When the number of machines should change. Declared for the fly-autoscaler app; `fly.toml` has no key for it. */
export interface CpuScaleArgs {
  /** CPU load in percent above which there should be more machines. */
  scaleUpAbove: number;
  /** Seconds for which it has to last. */
  scaleUpAfter: number;
  /** CPU load in percent below which there should be fewer; less than `scaleUpAbove`. */
  scaleDownBelow: number;
  /** Seconds for which it has to last. */
  scaleDownAfter: number;
}

/** How many machines run, all regions together. */
export interface ScaleArgs {
  /** Machines that always run; with one per region, the number of regions. */
  min: number;
  /** Machines there are at most. The same as `min`: none is ever stopped. */
  max: number;
  /** CPU load at which the number should change. */
  cpu?: CpuScaleArgs | undefined;
}

/** Connections of one machine. */
export interface ConnectionsArgs {
  /** From here on a machine gets no new connection. */
  hard: number;
  /** From here on others are preferred; less than `hard`. */
  soft: number;
}

/** What one machine may use. */
export interface LimitsArgs {
  /**
   * Kind of CPU: `shared` is cheap and gives way to others, `performance` is the machine's own.
   * @default "shared"
   */
  cpuKind?: FlyCpuKind | undefined;
  /** CPUs: 1, 2, 4 or 8; performance also 16. */
  cpus: number;
  /** Memory in megabytes, in steps of 256: 256 to 2,048 for each shared CPU, 2,048 to 8,192 for each performance CPU. */
  memoryMb: number;
  /** Connections of one machine. Needed of a service that answers requests, refused on a worker. */
  connections?: ConnectionsArgs | undefined;
}

/** How a preview is asked whether it is well. */
export interface PreviewHealthCheckArgs {
  /**
   * Path that answers 2xx while all is well; begins with `/`.
   * @default "/health"
   */
  path?: string | undefined;
  /**
   * Seconds between two questions.
   * @default 30
   */
  interval?: number | undefined;
  /**
   * Seconds after which an answer counts as missing; less than the interval.
   * @default 5
   */
  timeout?: number | undefined;
  /**
   * Failures in a row after which the container is unhealthy, from 1.
   * @default 3
   */
  retries?: number | undefined;
}

/** The image that previews run in, rendered as a `Dockerfile`. */
export interface PreviewImageArgs {
  /** Image it is built on: a Debian one with Node, by digest or by commit. */
  base: string;
  /**
   * Port that a preview listens on, 1024 to 65535, since its user may bind no other.
   * @default 8080
   */
  port?: number | undefined;
  /**
   * Who runs it; known to the base image. A rule refuses root.
   * @default "node"
   */
  user?: string | undefined;
  /**
   * Folder that it works in, an absolute path.
   * @default "/app"
   */
  workdir?: string | undefined;
  /** How it is asked whether it is well; every key has a default. */
  healthCheck?: PreviewHealthCheckArgs | undefined;
  /**
   * Debian packages by name, each with its exact version.
   * @default none
   */
  packages?: Record<string, string> | undefined;
  /**
   * Tools from npm by name, each with its exact version.
   * @default none
   */
  tools?: Record<string, string> | undefined;
}

/** Previews of what users build, which a service runs. */
export interface PreviewsArgs {
  /**
   * Previews that can run at a time, from 1. The service reads it from `PREVIEW_POOL_SIZE`.
   * @default 20
   */
  poolSize?: number | undefined;
  /**
   * The vendor's name of the app whose machines are the pool. With `image` the service reads it from `PREVIEW_APP`.
   * @default the service's app and "-previews"
   */
  app?: string | undefined;
  /**
   * When a preview that ended by itself is started again: `always`, or `on-failure`.
   * @default "always"
   */
  restart?: FlyRestart | undefined;
  /** The image that previews run in. Given, it and the pool are rendered too. */
  image?: PreviewImageArgs | undefined;
}

/** Files of a service that outlive its releases. */
export interface DiskArgs {
  /** Folder that they are in, an absolute path and not `/`. */
  path: string;
  /** Gigabytes that each machine has, 1 to 500. It can grow later, and never shrink. */
  sizeGb: number;
}

/** A Postgres at the service's own vendor, beside the stack's database. Nobody reaches it from outside. */
export interface ServiceDatabaseArgs {
  /** The vendor's name of its size: `basic-1gb`. */
  plan: string;
  /** Major version of Postgres, 14 to 18. */
  version: number;
  /**
   * Gigabytes of its disk: 1, or a multiple of 5. It can grow later, and never shrink.
   * @default 5
   */
  diskGb?: number | undefined;
  /**
   * Whether a standby takes over when it fails.
   * @default false
   */
  highAvailability?: boolean | undefined;
}

/** One container service. */
export interface ServiceArgs {
  /**
   * Who runs it.
   * @default "fly"
   */
  vendor?: Vendor | undefined;
  /**
   * What it does: `web` answers requests. A `worker` works through what waits for it, such as a queue: it has no port, no
   * host and no checks, and whatever asks services from outside leaves it out.
   * @default "web"
   */
  kind?: ServiceRole | undefined;
  /** The vendor's name of the service, and the first part of the host that it gives it: `<app>.fly.dev`. */
  app: string;
  /** Organization that owns it; on Railway the project. */
  org: string;
  /** Image that is deployed, scanned and rolled back to: by digest or by commit. `latest` is refused. */
  image: string;
  /**
   * Port that the container listens on, 1 to 65535. From outside, 80 redirects to HTTPS and 443 serves it. Needed of a
   * service that answers requests, refused on a worker.
   */
  port?: number | undefined;
  /** At least one of a service that answers requests, since without any a broken release replaces a good one. None of a worker. */
  checks?: ChecksArgs | undefined;
  /** Where machines run, in Fly's words; another vendor takes its nearest. */
  regions: FlyRegion[];
  /** The region whose machines are kept running; one of `regions`. */
  primaryRegion: FlyRegion;
  /** How many machines run. */
  scale: ScaleArgs;
  /** What one machine may use. */
  limits: LimitsArgs;
  /** Plain environment variables. Never `FLY_*`, which Fly sets itself, and never a secret. */
  env?: Record<string, string> | undefined;
  /** Names of the secrets that the service reads. Their values are set at the vendor and never come here. */
  secrets?: string[] | undefined;
  /** Given, each machine keeps the files of this folder. Not every vendor does. */
  disk?: DiskArgs | undefined;
  /** Given, the vendor keeps a database for it alone, which it reaches by `DATABASE_URL`. Not every vendor does. */
  database?: ServiceDatabaseArgs | undefined;
  /** Given, it runs previews. */
  previews?: PreviewsArgs | undefined;
  /**
   * How a release replaces the one before it. With a disk `rolling` or `immediate`: a disk has one machine. So too a worker
   * on Fly, which judges the other ways by checks.
   * @default "bluegreen", with a disk and of a worker "rolling"
   */
  strategy?: FlyStrategy | undefined;
}

/** Container services, and the tier that their files are named after. */
export interface ServicesSettings {
  /** Services by name; the name is the folder of the rendered file. */
  services: Record<string, ServiceArgs>;
  /** `prod` renders `fly.toml`, `staging` `fly.staging.toml`, `dev` `fly.dev.toml`. */
  tier: Tier;
}

/** What a key that is left out means. Times in seconds. */
export const defaults = {
  vendor: defaultServiceVendor,
  kind: defaultServiceRole,
  check: { interval: 30, timeout: 5, grace: 10 },
  cpuKind: "shared",
  strategy: "bluegreen",
  strategyInPlace: "rolling",
  poolSize: 20,
  restart: "always",
  image: { port: 8080, user: "node", workdir: "/app" },
  healthCheck: { path: "/health", interval: 30, timeout: 5, retries: 3 },
} as const;

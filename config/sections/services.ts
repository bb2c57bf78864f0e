import { z } from "zod";
import {
  flyCpuKinds,
  flyMachineSizes,
  flyMemoryStepMb,
  flyRegions,
  flyReservedPrefix,
  flyReservedVariables,
  flyStrategies,
} from "../../catalogue/fly";
import { defaultServiceVendor, serviceVendors } from "../../hosts/services";
import { databaseDiskGb, databaseVersions } from "../../catalogue/service-databases";
import { diskSizeGb } from "../../catalogue/service-disks";
import { webOnly } from "../../catalogue/service-kinds";
import { pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";
import { secretName, text, variableKeyPattern } from "../formats";
import { previews } from "./previews";

const dayInSeconds = 86_400;

const seconds = z.int().min(1).max(dayInSeconds);
const percent = z.int().min(1).max(100);

const slug = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    "a name of at most 63 lower-case letters, digits and hyphens",
  );

const timeoutBelowInterval = {
  message: "less than the interval",
  path: ["timeout"],
};

const checkTimes = {
  interval: seconds.optional().describe("Seconds between two questions.").meta({ default: 30 }),
  timeout: seconds
    .optional()
    .describe("Seconds after which an answer counts as missing; less than the interval.")
    .meta({ default: 5 }),
  grace: seconds
    .optional()
    .describe("Seconds after a machine's start in which failures do not count.")
    .meta({ default: 10 }),
};

const tcpCheck = z
  .strictObject(checkTimes)
  .refine(answersInTime, timeoutBelowInterval)
  .describe("Whether the port takes connections.");

const httpCheck = z
  .strictObject({
    path: z
      .string()
      .regex(/^\/\S*$/, "a path that begins with /, such as /health")
      .describe("Path that answers 2xx while all is well; a redirect counts as a failure."),
    ...checkTimes,
  })
  .refine(answersInTime, timeoutBelowInterval)
  .describe("Whether the service answers.");

const checks = z
  .strictObject({ tcp: tcpCheck.optional(), http: httpCheck.optional() })
  .refine(({ tcp, http }) => tcp ?? http, "one check at least: tcp, http or both")
  .describe("How the service is asked whether it is well; at least one.");

const region = z.enum(flyRegions);

const cpuScale = z
  .strictObject({
    scaleUpAbove: percent.describe("CPU load in percent above which there should be more."),
    scaleUpAfter: seconds.describe("Seconds for which it has to last."),
    scaleDownBelow: percent.describe("CPU load in percent below which there should be fewer."),
    scaleDownAfter: seconds.describe("Seconds for which it has to last."),
  })
  .refine(({ scaleDownBelow, scaleUpAbove }) => scaleDownBelow < scaleUpAbove, {
    message: "less than scaleUpAbove",
    path: ["scaleDownBelow"],
  })
  .describe("For the fly-autoscaler app, which has to be set up; fly.toml has no key for it.");

const scale = z
  .strictObject({
    min: z.int().min(0).max(1000).describe("Machines that always run, all regions together."),
    max: z.int().min(1).max(1000).describe("Machines at most; the same as min: none is stopped."),
    cpu: cpuScale.optional(),
  })
  .refine(({ min, max }) => min <= max, { message: "at least as many as min", path: ["max"] })
  .refine(({ min, max, cpu }) => !cpu || min < max, {
    message: "more than min where scale.cpu is given",
    path: ["max"],
  })
  .describe(
    "How many machines run. Default: one for each region, and in prod up to three for each that answers requests.",
  );

const machine = {
  cpuKind: z
    .enum(flyCpuKinds)
    .optional()
    .describe("Kind of CPU: shared gives way to others, performance is the machine's own.")
    .meta({ default: "shared" }),
  cpus: z
    .literal(flyMachineSizes.performance.cpus)
    .describe("CPUs of one machine; 16 only of kind performance."),
  memoryMb: z.int().multipleOf(flyMemoryStepMb).describe("Memory of one machine, megabytes."),
};

const connections = z
  .strictObject({
    hard: z.int().min(1).describe("From here on a machine gets no new connection."),
    soft: z.int().min(1).describe("From here on others are preferred."),
  })
  .refine(({ soft, hard }) => soft < hard, {
    message: "less than the hard limit",
    path: ["soft"],
  })
  .describe("Connections of one machine.");

const sizeOfFly = {
  message:
    "a size that Fly has: 256 to 2048 MB a shared CPU (1, 2, 4, 8), 2048 to 8192 a performance CPU",
  path: ["memoryMb"],
};

const limits = z
  .strictObject({ ...machine, connections })
  .refine(isMachineSize, sizeOfFly)
  .describe(
    "What one machine may use. Default: one shared CPU, 512 MB, 100 connections, others preferred from 80.",
  );

const limitsOfWorker = z
  .strictObject({ ...machine, connections: notOnWorker("limits.connections") })
  .refine(isMachineSize, sizeOfFly)
  .describe("What one machine may use. Default: one shared CPU, 512 MB.");

const disk = z
  .strictObject({
    path: z
      .string()
      .regex(/^\/[^/\s]\S*$/, "an absolute path of a folder below /, such as /data")
      .describe("Folder that the files are in."),
    sizeGb: z
      .int()
      .min(diskSizeGb.min)
      .max(diskSizeGb.max)
      .describe("Gigabytes that each machine has; it can grow later, and never shrink."),
  })
  .describe("Files that outlive a release. What a vendor without disks does instead is a finding.");

const database = z
  .strictObject({
    plan: text("the vendor's name of a size, such as basic-1gb").describe(
      "The vendor's name of its size.",
    ),
    version: z
      .int()
      .min(databaseVersions.min)
      .max(databaseVersions.max)
      .describe("Major version of Postgres."),
    diskGb: z
      .int()
      .min(databaseDiskGb.least)
      .max(databaseDiskGb.most)
      .optional()
      .describe(
        "Gigabytes of its disk: 1, or a multiple of 5; it can grow later, and never shrink.",
      )
      .meta({ default: databaseDiskGb.usual }),
    highAvailability: z
      .boolean()
      .optional()
      .describe("Whether a standby takes over when it fails.")
      .meta({ default: false }),
  })
  .describe(
    "A Postgres at the service's own vendor, which it reads from DATABASE_URL. What a vendor does instead is a finding.",
  );

const plainVariable = z
  .string()
  .regex(variableKeyPattern, "letters, digits and _, not beginning with a digit")
  .refine(
    (name) =>
      !name.startsWith(flyReservedPrefix) &&
      !(flyReservedVariables as readonly string[]).includes(name),
    "a name that Fly does not set itself (FLY_…, PRIMARY_REGION)",
  );

/** What a service says, whatever it does. */
const ofEach = {
  vendor: z
    .enum(serviceVendors)
    .optional()
    .describe("Who runs it. What another vendor than Fly does not do is a finding.")
    .meta({ default: defaultServiceVendor }),
  app: slug.describe("The vendor's name of it, and the first part of its host: <app>.fly.dev."),
  org: slug
    .optional()
    .describe("Organization that owns it; on Railway the project. Default: the product's name."),
  image: z
    .string()
    .regex(pinnedImagePattern, pinnedImageWords)
    .describe("Image that is deployed, scanned and rolled back to, by digest or by commit."),
  regions: z
    .array(region)
    .min(1)
    .refine((regions) => new Set(regions).size === regions.length, "each region once")
    .optional()
    .describe(
      "Where machines run, by Fly's codes; another vendor takes its nearest. Fly has no sfo; the nearest is sjc. Default by tier: iad; iad, sjc; iad, sjc, lhr.",
    ),
  primaryRegion: region
    .optional()
    .describe("The region whose machines are kept running. Default: the first."),
  scale: scale.optional(),
  env: z
    .record(plainVariable, z.string())
    .optional()
    .describe("Plain environment variables. Never a secret."),
  secrets: z
    .array(secretName)
    .optional()
    .describe("Names of the secrets that it reads; the values are set at the vendor."),
  disk: disk.optional(),
  database: database.optional(),
  strategy: z
    .enum(flyStrategies)
    .optional()
    .describe(
      "How a release replaces the one before it; with a disk, and of a worker on Fly, rolling or immediate.",
    )
    .meta({ default: "bluegreen" }),
};

const web = z
  .strictObject({
    kind: z
      .literal("web")
      .optional()
      .describe("It answers requests, at a host and a port.")
      .meta({ default: "web" }),
    ...ofEach,
    port: z.int().min(1).max(65_535).describe("Port that the container listens on."),
    checks,
    limits: limits.optional(),
    previews: previews
      .optional()
      .describe("Given, it runs previews. It reads how many from PREVIEW_POOL_SIZE."),
  })
  .describe("A service that answers requests.");

const worker = z
  .strictObject({
    kind: z
      .literal("worker")
      .describe("It works through what waits for it: no port, no host, no checks."),
    ...ofEach,
    port: notOnWorker("port"),
    checks: notOnWorker("checks"),
    limits: limitsOfWorker.optional(),
    previews: notOnWorker("previews"),
  })
  .describe("A service that nobody asks.");

const service = z
  .discriminatedUnion("kind", [web, worker])
  .superRefine(({ regions = [], primaryRegion }, context) => {
    // A key that nobody knows may be the misspelt list of regions.
    if (context.issues.some(({ code }) => code === "unrecognized_keys")) return;
    if (primaryRegion === undefined || regions.includes(primaryRegion)) return;
    const message = "one of the service's regions, which are named too";
    context.addIssue({ code: "custom", path: ["primaryRegion"], message });
  })
  .refine(({ env = {}, previews }) => !previews || !Object.hasOwn(env, "PREVIEW_POOL_SIZE"), {
    message: "no PREVIEW_POOL_SIZE, which previews.poolSize sets",
    path: ["env"],
  })
  .refine(({ env = {}, previews }) => !previews?.image || !Object.hasOwn(env, "PREVIEW_APP"), {
    message: "no PREVIEW_APP, which previews.app sets",
    path: ["env"],
  })
  .refine(({ env = {}, secrets = [] }) => !secrets.some((name) => Object.hasOwn(env, name)), {
    message: "names that env does not set too; a secret hides the plain value",
    path: ["secrets"],
  });

/** Container services: rendered into the files that the vendor's own tool reads. */
export const servicesSection = z
  .record(slug, service)
  .describe(
    "Container services by name, rendered for the vendor's own tool; nothing deploys them.",
  );

export type ServicesSection = z.infer<typeof servicesSection>;

function answersInTime({ timeout = 5, interval = 30 }: { timeout?: number; interval?: number }) {
  return timeout < interval;
}

/** A key that only what answers requests has: whoever writes it is told what to do. */
function notOnWorker(key: keyof typeof webOnly) {
  const { allowed, fix } = webOnly[key];
  return z
    .never({ error: `${allowed}; ${fix}` })
    .optional()
    .describe("Not on a worker.");
}

interface Size {
  cpuKind?: (typeof flyCpuKinds)[number] | undefined;
  cpus: number;
  memoryMb: number;
}

function isMachineSize({ cpuKind = "shared", cpus, memoryMb }: Size): boolean {
  const { cpus: counts, memoryMbPerCpu } = flyMachineSizes[cpuKind];
  const perCpu = memoryMb / cpus;
  return counts.includes(cpus) && perCpu >= memoryMbPerCpu.min && perCpu <= memoryMbPerCpu.max;
}

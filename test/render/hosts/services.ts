import vm from "node:vm";
import ts from "typescript";
import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { flyMachineSizes, flyRegions, flyStrategies } from "../../../catalogue/fly";
import type { ServiceVendor } from "../../../hosts/services";
import type { ServiceArgs } from "../../../components/services";
import { serviceSpec } from "../../../components/services/spec";
import { renderServices } from "../../../hosts/files";
import { serviceApp } from "../../../hosts/digitalocean/service-app";
import type { ServiceFile, ServiceSpec } from "../../../render/service";

export const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";

export const anArg = (over: Partial<ServiceArgs> = {}): ServiceArgs => ({
  app: "shop-api",
  org: "acme",
  image: `ghcr.io/acme/api:${commit}`,
  port: 3000,
  checks: { http: { path: "/health" } },
  regions: ["iad"],
  primaryRegion: "iad",
  scale: { min: 1, max: 1 },
  limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
  ...over,
});

/** What a worker is given: nothing that requests need. */
export const aWorkerArg = (over: Partial<ServiceArgs> = {}): ServiceArgs =>
  anArg({
    kind: "worker",
    port: undefined,
    checks: undefined,
    limits: { cpus: 1, memoryMb: 512 },
    ...over,
  });

export const aSpec = (over: Partial<ServiceArgs> = {}): ServiceSpec => serviceSpec(anArg(over));

export const aWorker = (over: Partial<ServiceArgs> = {}): ServiceSpec =>
  serviceSpec(aWorkerArg(over));

/** What is rendered, and the apps of DigitalOcean, which are declared: as JSON, so that they are asked the same. */
export const filesOf = (services: Record<string, ServiceSpec>): ServiceFile[] => [
  ...renderServices(services, { stack: "prod", tier: "prod" }),
  ...Object.entries(services)
    .filter(([, { vendor }]) => vendor === "digitalocean")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spec]) => ({
      file: `${name}.json`,
      services: [name],
      text: JSON.stringify(serviceApp(spec)),
    })),
];

/** What a rendered file says of one service, whichever vendor reads it. */
export interface Read {
  app: string;
  image: string;
  /** Port that requests reach; none of a worker. */
  port: number | undefined;
  healthPath: string | undefined;
  env: Record<string, string>;
  secrets: string[];
  /** Instances that always run, by the vendor's region; of Fly all regions together, since its file has no regions. */
  instances: Record<string, number>;
  most: number;
  size: string;
  /** Whether the file itself asks for the redirect to HTTPS. */
  redirects: boolean;
}

/** How the file of each vendor is read back. */
export const readers: Readonly<Record<ServiceVendor, (text: string) => Read[]>> = {
  fly: readFly,
  render: readRender,
  railway: readRailway,
  digitalocean: readApp,
};

const flyFile = z.looseObject({
  app: z.string(),
  primary_region: z.string(),
  build: z.object({ image: z.string() }),
  env: z.record(z.string(), z.string()).default({}),
  services: z
    .tuple([
      z.looseObject({
        internal_port: z.number(),
        min_machines_running: z.number(),
        ports: z.array(z.looseObject({ port: z.number(), force_https: z.boolean().optional() })),
        http_checks: z.tuple([z.looseObject({ path: z.string() })]).optional(),
      }),
    ])
    .optional(),
  vm: z.tuple([z.object({ cpu_kind: z.string(), cpus: z.number(), memory: z.string() })]),
});

function readFly(text: string): Read[] {
  const {
    app,
    primary_region,
    build,
    env,
    services,
    vm: machines,
  } = flyFile.parse(parseToml(text));
  const [service] = services ?? [];
  const said = (pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const { cpu_kind, cpus, memory } = machines[0];
  const count = Number(said(/fly scale count (\d+)/));
  return [
    {
      ...{ app, image: build.image, env, port: service?.internal_port },
      healthPath: service?.http_checks?.[0].path,
      secrets: said(/^# Secrets, .*?: (.*)$/m)
        .split(", ")
        .filter(Boolean),
      // Of a worker Fly stops none: as many run as there are.
      instances: { [primary_region]: service?.min_machines_running ?? count },
      most: count,
      size: `${cpus} ${cpu_kind} ${memory}`,
      redirects: (service?.ports ?? []).some(
        ({ port, force_https }) => port === 80 && force_https === true,
      ),
    },
  ];
}

/** Keys of a Blueprint that we write, by Render's reference: https://render.com/docs/blueprint-spec. Others are refused. */
export const blueprint = z.strictObject({
  services: z.array(
    z.strictObject({
      type: z.enum(["web", "worker"]),
      name: z.string(),
      runtime: z.literal("image"),
      image: z.strictObject({ url: z.string() }),
      region: z.enum(["oregon", "ohio", "virginia", "frankfurt", "singapore"]),
      plan: z.enum(["starter", "standard", "pro", "pro plus", "pro max", "pro ultra"]),
      numInstances: z.int().min(1).max(100).optional(),
      scaling: z
        .strictObject({
          minInstances: z.int().min(1).max(100),
          maxInstances: z.int().min(1).max(100),
          targetCPUPercent: z.int().min(1).max(90),
        })
        .optional(),
      healthCheckPath: z.string().startsWith("/").optional(),
      envVars: z.array(
        z.union([
          z.strictObject({ key: z.string(), value: z.string() }),
          z.strictObject({ key: z.string(), sync: z.literal(false) }),
          z.strictObject({
            key: z.string(),
            fromDatabase: z.strictObject({
              name: z.string(),
              property: z.literal("connectionString"),
            }),
          }),
          z.strictObject({ fromGroup: z.string() }),
        ]),
      ),
    }),
  ),
  databases: z
    .array(
      z.strictObject({
        name: z.string(),
        plan: z.string(),
        region: z.string(),
        postgresMajorVersion: z.string().regex(/^\d+$/),
        diskSizeGB: z.int(),
        highAvailability: z.strictObject({ enabled: z.boolean() }).optional(),
        ipAllowList: z.array(z.never()),
      }),
    )
    .optional(),
  // Groups take no sync: false.
  envVarGroups: z
    .array(
      z.strictObject({
        name: z.string(),
        envVars: z.array(z.strictObject({ key: z.string(), value: z.string() })),
      }),
    )
    .optional(),
});

function readRender(text: string): Read[] {
  const { services, envVarGroups = [] } = blueprint.parse(parseYaml(text));
  const groups = new Map(envVarGroups.map(({ name, envVars }) => [name, envVars]));
  return services.map((service) => {
    const all = service.envVars.flatMap((one) =>
      "fromGroup" in one ? (groups.get(one.fromGroup) ?? []) : [one],
    );
    const plain = all.flatMap((one) => ("value" in one ? [[one.key, one.value] as const] : []));
    const { PORT, ...env } = Object.fromEntries(plain);
    const least = service.scaling?.minInstances ?? service.numInstances ?? 1;
    return {
      ...{ app: service.name, image: service.image.url, port: portOf(PORT), env },
      healthPath: service.healthCheckPath,
      secrets: all.flatMap((one) => ("sync" in one ? [one.key] : [])),
      instances: { [service.region]: least },
      most: service.scaling?.maxInstances ?? least,
      size: service.plan,
      redirects: false,
    };
  });
}

const portOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** What the file may ask of Railway's `service()`, by its types (`railway/iac`, 3.11). Others are refused. */
const railwayProject = z.strictObject({
  project: z.string(),
  resources: z.array(
    z.strictObject({
      service: z.string(),
      source: z.strictObject({ image: z.string() }),
      healthcheck: z.string().startsWith("/").optional(),
      replicas: z.partialRecord(
        z.enum(["us-west2", "us-east4-eqdc4a", "europe-west4-drams3a", "asia-southeast1-eqsg3a"]),
        z.int().min(1),
      ),
      env: z.record(
        z.string(),
        z.union([z.string(), z.strictObject({ preserve: z.literal(true) })]),
      ),
      deploy: z.strictObject({
        restartPolicyType: z.enum(["ON_FAILURE", "ALWAYS", "NEVER"]),
        limitOverride: z.strictObject({
          containers: z.strictObject({ cpu: z.number(), memoryBytes: z.int() }),
        }),
      }),
    }),
  ),
});

/** Runs the file as Railway's tool does, with stand-ins for what it imports that tell what they were given. */
export function runRailway(text: string): z.infer<typeof railwayProject> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const iac = {
    defineRailway: (program: () => unknown) => program,
    project: (project: string, said: object) => ({ project, ...said }),
    service: (service: string, said: object) => ({ service, ...said }),
    image: (image: string) => ({ image }),
    preserve: () => ({ preserve: true }),
  };
  const exports: { default?: () => unknown } = {};
  const require = (name: string) => {
    if (name !== "railway/iac") throw new Error(`imports ${name}`);
    return iac;
  };
  vm.runInNewContext(outputText, { exports, require });
  // Through JSON, since another realm has other prototypes.
  return railwayProject.parse(JSON.parse(JSON.stringify(exports.default?.())));
}

function readRailway(text: string): Read[] {
  return runRailway(text).resources.map(
    ({ service, source, healthcheck, replicas, env, deploy }) => {
      const plain = Object.entries(env).filter(([, value]) => typeof value === "string");
      const { PORT, ...own } = Object.fromEntries(plain) as Record<string, string>;
      const { cpu, memoryBytes } = deploy.limitOverride.containers;
      return {
        ...{ app: service, image: source.image, port: portOf(PORT), env: own },
        healthPath: healthcheck,
        secrets: Object.keys(env).filter((name) => typeof env[name] !== "string"),
        instances: replicas,
        most: Object.values(replicas).reduce((sum, one) => sum + one, 0),
        size: `${cpu} CPUs ${memoryBytes / 1024 / 1024} MB`,
        redirects: false,
      };
    },
  );
}

const seconds = fc.integer({ min: 1, max: 3600 });
const check = fc.record({ interval: seconds, timeout: seconds, grace: seconds });
const variable = fc.stringMatching(/^[A-QS-Z][A-Z0-9]{0,9}$/).filter((name) => name !== "PORT");

/** Any service of a vendor that the file of that vendor can hold. */
export function anyService(vendor: ServiceVendor): fc.Arbitrary<ServiceSpec> {
  return fc
    .record({
      regions: fc.uniqueArray(fc.constantFrom(...flyRegions), { minLength: 1, maxLength: 6 }),
      tcp: fc.option(check, { nil: undefined }),
      path: fc.option(
        fc.webPath().map((path) => path || "/"),
        { nil: undefined },
      ),
      http: check,
      min: fc.nat(20),
      more: fc.nat(20),
      cpuKind: fc.constantFrom("shared" as const, "performance" as const),
      cpus: fc.constantFrom(1, 2, 4),
      env: fc.dictionary(variable, fc.string(), { noNullPrototype: true }),
      secrets: fc.uniqueArray(variable),
      strategy: fc.constantFrom(...flyStrategies),
      port: fc.integer({ min: 1, max: 65_535 }),
    })
    .map(({ regions, tcp, path, http, min, more, cpuKind, cpus, env, secrets, ...rest }) => {
      const [primaryRegion = "iad"] = regions;
      const memoryMb = flyMachineSizes[cpuKind].memoryMbPerCpu.min * cpus;
      return aSpec({
        ...rest,
        ...{ vendor, regions, primaryRegion, env },
        secrets: secrets.filter((name) => !Object.hasOwn(env, name)),
        checks: { ...(tcp && { tcp }), ...(path !== undefined && { http: { ...http, path } }) },
        scale: { min, max: Math.max(min + more, 1) },
        limits: { cpuKind, cpus, memoryMb, connections: { hard: 100, soft: 80 } },
      });
    });
}

/** What a server and a worker of an app both say. */
const runs = {
  image: z.object({
    registry: z.string(),
    repository: z.string(),
    tag: z.string().optional(),
    digest: z.string().optional(),
  }),
  instanceSizeSlug: z.string(),
  instanceCount: z.number().optional(),
  autoscaling: z.object({ minInstanceCount: z.number(), maxInstanceCount: z.number() }).optional(),
  envs: z.array(
    z.union([
      z.strictObject({
        key: z.string(),
        value: z.string(),
        type: z.literal("GENERAL"),
        scope: z.literal("RUN_TIME"),
      }),
      z.strictObject({
        key: z.string(),
        type: z.literal("SECRET"),
        scope: z.literal("RUN_TIME"),
      }),
    ]),
  ),
};

const server = z.looseObject({
  ...runs,
  httpPort: z.number(),
  healthCheck: z.looseObject({ httpPath: z.string().optional() }).optional(),
});

const appSpec = z.strictObject({
  name: z.string(),
  region: z.string(),
  alerts: z.array(z.object({ rule: z.literal("DEPLOYMENT_FAILED") })),
  services: z.tuple([server]).optional(),
  workers: z.tuple([z.strictObject({ name: z.literal("worker"), ...runs })]).optional(),
});

function readApp(text: string): Read[] {
  const { name, region, services, workers } = appSpec.parse(JSON.parse(text));
  const one = services?.[0];
  return [one, ...(workers ?? [])].flatMap((part) => {
    if (!part) return [];
    const { image, instanceSizeSlug, envs, instanceCount, autoscaling } = part;
    const least = autoscaling?.minInstanceCount ?? instanceCount ?? 0;
    const version = image.tag === undefined ? `@${image.digest}` : `:${image.tag}`;
    return [
      {
        app: name,
        image: `ghcr.io/${image.registry}/${image.repository}${version}`,
        port: one?.httpPort,
        healthPath: one?.healthCheck?.httpPath,
        env: Object.fromEntries(
          envs.flatMap((one) => ("value" in one ? [[one.key, one.value]] : [])),
        ),
        secrets: envs.flatMap((one) => ("value" in one ? [] : [one.key])),
        instances: { [region]: least },
        most: autoscaling?.maxInstanceCount ?? least,
        size: instanceSizeSlug,
        redirects: false,
      },
    ];
  });
}

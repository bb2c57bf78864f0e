import { databaseVariable } from "../../catalogue/service-databases";
import { diskName } from "../../catalogue/service-disks";
import { isWorker, poolAppVariable, poolSizeVariable } from "../../render/service";
import type { HostedSpec, NamedServices, ServiceSpec } from "../../render/service";

/** A variable of a Blueprint: with its text, or without any, or all of a group. */
type BlueprintVariable =
  | { key: string; value: string }
  | { key: string; sync: false }
  | { key: string; fromDatabase: { name: string; property: "connectionString" } }
  | { fromGroup: string };

/** A Postgres of a Blueprint, in the order in which it is written. */
export interface BlueprintDatabase {
  name: string;
  plan: string;
  region: string;
  postgresMajorVersion: string;
  diskSizeGB: number;
  highAvailability?: { enabled: true };
  /** Empty: only what runs at Render in the same region connects. Left out, everybody may try. */
  ipAllowList: { source: string; description: string }[];
}

/** A service of a Blueprint, in the order in which it is written. */
export interface BlueprintService {
  type: "web" | "worker";
  name: string;
  runtime: "image";
  image: { url: string };
  region: string;
  plan: string;
  numInstances?: number;
  scaling?: { minInstances: number; maxInstances: number; targetCPUPercent: number };
  healthCheckPath?: string;
  disk?: { name: string; mountPath: string; sizeGB: number };
  envVars: BlueprintVariable[];
}

export interface EnvVarGroup {
  name: string;
  envVars: { key: string; value: string }[];
}

/** What a stack's services are in a Blueprint. */
export interface BlueprintServices {
  services: BlueprintService[];
  /** Databases of services, each its own. */
  databases: BlueprintDatabase[];
  /** Variables that all of them have alike; none where there is one service. */
  envVarGroups: EnvVarGroup[];
  /** Lines for people, without `#`. */
  notes: string[];
}

// Requirement: HOST-15
/**
 * Services as Render reads them from a Blueprint: the image that CI built, one region, a size by its name, the health
 * check, and how many. TLS, the redirect from port 80 and the balance between instances are Render's own.
 */
export function blueprintServices(all: NamedServices, stack: string): BlueprintServices {
  // By name: an engine that keeps inputs may have changed their order.
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const hosted = sorted.flatMap(([, spec]) => (spec.hosted ? [{ spec, hosted: spec.hosted }] : []));
  const shared = sharedBy(hosted.map(({ spec }) => variablesOf(spec)));
  const name = `${hosted[0]?.spec.org ?? ""}-${stack}`;
  const group = shared.size > 0 ? { name, envVars: texts(shared) } : undefined;
  return {
    services: hosted.map(({ spec, hosted }) => service(spec, hosted, group)),
    databases: hosted.flatMap(({ spec, hosted }) => database(spec, hosted)),
    envVarGroups: group ? [group] : [],
    notes: hosted.flatMap(({ spec }) => notes(spec)),
  };
}

function service(spec: ServiceSpec, hosted: HostedSpec, group?: EnvVarGroup): BlueprintService {
  const [[region, instances] = ["", 1]] = Object.entries(hosted.regions);
  const { cpuTarget, most, plan = "" } = hosted;
  const { disk } = spec;
  const http = spec.checks.http;
  return {
    type: spec.kind,
    name: spec.app,
    runtime: "image",
    image: { url: spec.image },
    region,
    plan,
    ...(cpuTarget === undefined
      ? { numInstances: instances }
      : {
          scaling: { minInstances: instances, maxInstances: most, targetCPUPercent: cpuTarget },
        }),
    ...(http && { healthCheckPath: http.path }),
    ...(disk && {
      disk: { name: diskName(spec.app), mountPath: disk.path, sizeGB: disk.sizeGb },
    }),
    envVars: envVarsOf(spec, group),
  };
}

/** In the region of its service, which alone reaches it by the private network. */
function database({ database }: ServiceSpec, { regions }: HostedSpec): BlueprintDatabase[] {
  if (!database) return [];
  const { name, plan, version, diskGb, highAvailability } = database;
  const [region = ""] = Object.keys(regions);
  return [
    {
      ...{ name, plan, region },
      postgresMajorVersion: String(version),
      diskSizeGB: diskGb,
      ...(highAvailability && { highAvailability: { enabled: true } }),
      ipAllowList: [],
    },
  ];
}

function envVarsOf(spec: ServiceSpec, group?: EnvVarGroup): BlueprintVariable[] {
  const grouped = new Set(group?.envVars.map(({ key }) => key));
  const own = [...variablesOf(spec)].filter(([key]) => !grouped.has(key));
  return [
    ...(group ? [{ fromGroup: group.name }] : []),
    ...(isWorker(spec) ? [] : [{ key: "PORT", value: String(spec.port) }]),
    ...(spec.database
      ? [
          {
            key: databaseVariable,
            fromDatabase: { name: spec.database.name, property: "connectionString" as const },
          },
        ]
      : []),
    ...texts(new Map(own)),
    ...[...spec.secrets].sort().map((key) => ({ key, sync: false as const })),
  ];
}

/** Plain variables, with those that tell the service of its previews. */
function variablesOf({ env, previews }: ServiceSpec): Map<string, string> {
  return new Map([
    ...Object.entries(env),
    ...(previews ? [[poolSizeVariable, String(previews.poolSize)] as const] : []),
    ...(previews?.image ? [[poolAppVariable, previews.app] as const] : []),
  ]);
}

/** What two services or more all have, with the same text. */
function sharedBy(all: readonly Map<string, string>[]): Map<string, string> {
  const [first, ...others] = all;
  if (!first || others.length === 0) return new Map();
  return new Map([...first].filter(([key, value]) => others.every((it) => it.get(key) === value)));
}

function texts(variables: ReadonlyMap<string, string>): { key: string; value: string }[] {
  return [...variables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, value }));
}

function notes({ app, image, secrets }: ServiceSpec): string[] {
  return [
    `Release ${app}: render deploys create <its id> --image ${image} --wait --confirm`,
    ...(secrets.length > 0
      ? [`Secrets of ${app}, asked for when the Blueprint is made: ${secrets.join(", ")}`]
      : []),
  ];
}

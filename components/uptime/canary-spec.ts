import { createHash } from "node:crypto";
import { canaryRuntime } from "../../catalogue/synthetics";
import type { AlertSeverity } from "../../core/alerts";
import { type CheckArgs, defaults, type UptimeContext, type UptimeSettings } from "./args";
import { type CanaryArgs, canaryDefaults, type SmokeArgs } from "./canary-args";
import type { CanaryPart, CanaryPlan, SmokeRequest, Target } from "./canary/plan";
import { canaryScript } from "./canary/script";
import { type CheckSpec, checkSpecs } from "./spec";

/** One canary of the stack. */
export interface CanarySpec {
  part: CanaryPart;
  name: string;
  /** Minutes between two runs. */
  interval: number;
  severity: AlertSeverity;
  /** What it means when it fails, in one clause. */
  means: string;
}

/** All canaries of a stack and what they share. */
export interface CanariesSpec {
  canaries: CanarySpec[];
  runtimeVersion: string;
  bucket: string;
  artifactDays: number;
  roleName: string;
  /** Name of the secret with the test credential. */
  credential: string | undefined;
  /** Files of the package, by path. */
  files: Record<string, string>;
  /** Names what is in the package: other content has another key. */
  key: string;
}

/** Folder of the package in which Synthetics looks for a Node.js script. */
const folder = "nodejs/node_modules";

/** The canaries of the stack; undefined where there are none. Check with `uptimeProblems` first. */
export function canariesSpec(
  args: UptimeSettings & UptimeContext,
  headers: Readonly<Record<string, string>>,
): CanariesSpec | undefined {
  const { canary, product, tier } = args;
  if (!canary) return undefined;
  const files = {
    [`${folder}/canary.js`]: canaryScript,
    [`${folder}/plan.json`]: JSON.stringify(planOf(args, canary, headers)),
  };
  const content = createHash("sha256").update(JSON.stringify(files)).digest("hex");
  return {
    canaries: partsOf(canary).map((spec) => ({ ...spec, name: `${product}-${tier}-${spec.part}` })),
    runtimeVersion: canary.runtimeVersion ?? canaryRuntime,
    bucket: canary.bucket ?? `${product}-${tier}-canary`,
    artifactDays: canary.artifactDays ?? canaryDefaults.artifactDays,
    roleName: `${product}-${tier}-canary`,
    credential: canary.smoke?.secret,
    files,
    key: `scripts/${content.slice(0, 16)}.zip`,
  };
}

/** One canary for each alarm that somebody acts on differently, one package for all. */
function partsOf(canary: CanaryArgs): Omit<CanarySpec, "name">[] {
  const { interval, certificateInterval, smokeInterval, certificateDays } = canaryDefaults;
  const days = canary.certificateDays ?? certificateDays;
  const all: (Omit<CanarySpec, "name"> & { wanted: boolean })[] = [
    {
      ...{ part: "health", severity: "critical", wanted: true },
      interval: canary.interval ?? interval,
      means: "a host, its health report or its response headers are not as they have to be",
    },
    {
      ...{ part: "certificates", severity: "warning", wanted: true },
      interval: certificateInterval,
      means: `a certificate is valid for fewer than ${days} days`,
    },
    {
      ...{ part: "smoke", severity: "critical", wanted: canary.smoke !== undefined },
      interval: canary.smoke?.interval ?? smokeInterval,
      means: "users cannot do what the smoke suite does",
    },
  ];
  return all.filter(({ wanted }) => wanted).map(({ wanted: _, ...part }) => part);
}

function planOf(
  args: UptimeSettings,
  canary: CanaryArgs,
  headers: Readonly<Record<string, string>>,
): CanaryPlan {
  return {
    targets: checkSpecs(args).flatMap(([key, spec]) => targetsOf(spec, args.checks[key], headers)),
    certificateDays: canary.certificateDays ?? canaryDefaults.certificateDays,
    smoke: canary.smoke ? smokeOf(canary.smoke) : [],
  };
}

/** The host, and its standby where it has one: asked in the host's name, which its certificate must carry too. */
function targetsOf(
  { fqdn: host, port, resourcePath: path }: CheckSpec,
  { expects = {}, standby }: Pick<CheckArgs, "expects" | "standby"> = {},
  headers: Readonly<Record<string, string>>,
): Target[] {
  const {
    status = defaults.expects.status,
    redirect,
    healthReport = false,
    responseHeaders,
  } = expects;
  const target: Target = {
    ...{ host, port, path, status, health: healthReport },
    ...(redirect !== undefined && { redirect }),
    headers: responseHeaders ? { ...headers } : {},
  };
  if (standby === undefined) return [target];
  const page = { path: "/", status: defaults.expects.status, health: false, headers: {} };
  return [target, { host, port, connectTo: standby, ...page }];
}

function smokeOf({ requests }: SmokeArgs): SmokeRequest[] {
  return Object.entries(requests).map(([name, request]): SmokeRequest => ({
    name,
    host: request.host,
    port: defaults.check.port,
    path: request.path,
    method: request.method ?? canaryDefaults.method,
    ...(request.body !== undefined && { body: request.body }),
    authenticated: request.authenticated ?? false,
    status: request.status ?? canaryDefaults.status,
  }));
}

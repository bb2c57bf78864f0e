import { stringify } from "smol-toml";
import { diskName } from "../../catalogue/service-disks";
import { headerLine } from "../../render/header";
import {
  type CheckSpec,
  isWorker,
  poolAppVariable,
  poolSizeVariable,
  type RenderTarget,
  type RenderedFile,
  type Renderer,
  type ServiceSpec,
} from "../../render/service";

// Requirement: HOST-07, HOST-08, HOST-09, HOST-10, CAP-07
/**
 * `fly.toml` of a service. The file carries what Fly's reference has keys for; regions, the number of machines and
 * the names of secrets have none, so they stand in comments with the commands that set them.
 */
export function renderFly(spec: ServiceSpec, target: RenderTarget): RenderedFile {
  const comments = [headerLine(target), ...notes(spec).map((note) => `# ${note}`)];
  return {
    file: `${target.service}/${fileName(target)}`,
    text: `${comments.join("\n")}\n\n${stringify(document(spec))}`,
  };
}

/** A file for each service. */
export const service: Renderer = (services, target) =>
  services.map(([name, spec]) => ({
    ...renderFly(spec, { service: name, ...target }),
    services: [name],
  }));

function fileName({ tier }: RenderTarget): string {
  return tier === "prod" ? "fly.toml" : `fly.${tier}.toml`;
}

function notes({ app, kind, org, regions, scale, secrets }: ServiceSpec): string[] {
  const worker = isWorker({ kind });
  // Fly starts machines for requests alone: of a worker only those run that are there.
  const count = worker ? scale.min : scale.max;
  const perRegion = Math.ceil(count / regions.length);
  return [
    `Create once: fly apps create ${app} --org ${org}`,
    `Machines: fly scale count ${count} --region ${regions.join(",")} --max-per-region ${perRegion} --app ${app}`,
    ...(secrets.length > 0
      ? [`Secrets, set with fly secrets import --app ${app}: ${secrets.join(", ")}`]
      : []),
    ...(worker ? [workerNote] : []),
    ...(worker || isFixed(scale) ? [] : [stopNote(scale)]),
    ...(scale.cpu ? [cpuNote(scale, scale.cpu)] : []),
  ];
}

const workerNote =
  "A worker: no port, no host and no checks. It is started again whenever it ends.";

function stopNote({ min, max }: ServiceSpec["scale"]): string {
  return `Fly stops idle machines and starts them on traffic, ${max} at most; the ${min} kept running are in the primary region.`;
}

function cpuNote(
  { min, max }: ServiceSpec["scale"],
  cpu: NonNullable<ServiceSpec["scale"]["cpu"]>,
) {
  const up = `up above ${cpu.scaleUpAbove} % for ${cpu.scaleUpAfter} s`;
  const down = `down below ${cpu.scaleDownBelow} % for ${cpu.scaleDownAfter} s`;
  return `By CPU (${up}, ${down}, ${min} to ${max} machines) only a fly-autoscaler app of its own can scale; nothing here does.`;
}

function isFixed({ min, max }: ServiceSpec["scale"]): boolean {
  return min === max;
}

/** In the order in which it is written. */
function document(spec: ServiceSpec) {
  const { app, primaryRegion, image, strategy, limits, disk } = spec;
  const env = envOf(spec);
  return {
    app,
    primary_region: primaryRegion,
    build: { image },
    deploy: { strategy },
    ...(Object.keys(env).length > 0 ? { env: sorted(env) } : {}),
    // Without services Fly gives it no address. Source: fly.io/docs/machines/guides-examples/machine-restart-policy.
    ...(isWorker(spec) ? { restart: [{ policy: "always" }] } : { services: [servedBy(spec)] }),
    ...(disk && {
      mounts: [{ source: diskName(app), destination: disk.path, initial_size: `${disk.sizeGb}gb` }],
    }),
    vm: [{ cpu_kind: limits.cpuKind, cpus: limits.cpus, memory: `${limits.memoryMb}mb` }],
  };
}

function envOf({ env, previews }: ServiceSpec): Record<string, string> {
  return {
    ...env,
    ...(previews && { [poolSizeVariable]: String(previews.poolSize) }),
    ...(previews?.image && { [poolAppVariable]: previews.app }),
  };
}

function servedBy({ port, scale, limits: { connections }, checks }: ServiceSpec) {
  const fixed = isFixed(scale);
  return {
    internal_port: port,
    protocol: "tcp",
    // Fly advises to turn both on or both off: else machines never start, or never stop.
    auto_stop_machines: fixed ? "off" : "stop",
    auto_start_machines: !fixed,
    min_machines_running: scale.min,
    ...(connections && {
      concurrency: {
        type: "connections",
        hard_limit: connections.hard,
        soft_limit: connections.soft,
      },
    }),
    ports: [
      { port: 80, handlers: ["http"], force_https: true },
      { port: 443, handlers: ["tls", "http"] },
    ],
    ...(checks.tcp && { tcp_checks: [times(checks.tcp)] }),
    ...(checks.http && {
      http_checks: [
        { ...times(checks.http), method: "get", path: checks.http.path, protocol: "http" },
      ],
    }),
  };
}

/** With their unit, since Fly reads a bare number as milliseconds. */
function times({ grace, interval, timeout }: CheckSpec) {
  return { grace_period: `${grace}s`, interval: `${interval}s`, timeout: `${timeout}s` };
}

function sorted(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).sort(([a], [b]) => (a < b ? -1 : 1)));
}

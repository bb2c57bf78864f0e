import { renderLimits } from "../../catalogue/limits/render";
import type { ServiceHost } from "../contract/service";
import { nearestToFly } from "../contract/nearest-to-fly";

/** CPU load at which Render's own guide to scaling advises to begin. */
const cpuTarget = 70;

/** Render: web services from an image, in one region, read from a Blueprint by Render itself. */
export const service: ServiceHost = {
  label: "Render",
  managed: false,
  hostOf: (app) => `${app}.onrender.com`,
  https: "vendor",
  regions: nearestToFly(
    { fra: "frankfurt", iad: "virginia", sin: "singapore" },
    {
      ...{ ams: "frankfurt", arn: "frankfurt", bom: "singapore", cdg: "frankfurt", dfw: "ohio" },
      ...{ ewr: "virginia", gru: "virginia", jnb: "frankfurt", lax: "oregon", lhr: "frankfurt" },
      ...{ nrt: "singapore", ord: "ohio", sjc: "oregon", syd: "singapore", yyz: "ohio" },
    },
  ),
  regionsPerService: 1,
  // Names of before the compute plans (`1c-2g` …), which Blueprints still take: these have published prices here.
  plans: [
    { name: "starter", cpus: 0.5, memoryMb: 512, sku: "render-web-starter" },
    { name: "standard", cpus: 1, memoryMb: 2048, sku: "render-web-standard" },
    { name: "pro", cpus: 2, memoryMb: 4096, sku: "render-web-pro" },
    { name: "pro plus", cpus: 4, memoryMb: 8192, sku: "render-web-pro-plus" },
    { name: "pro max", cpus: 4, memoryMb: 16_384, sku: "render-web-pro-max" },
    { name: "pro ultra", cpus: 8, memoryMb: 32_768, sku: "render-web-pro-ultra" },
  ],
  // A shared CPU of Fly is sure of a sixteenth of a core and bursts beyond: half a CPU is no less for most of its time.
  cpuShare: { shared: 0.5, performance: 1 },
  most: { instances: renderLimits.instances.value, cpus: 8, memoryMb: 32_768 },
  cpuTarget,
  asksPorts: true,
  instancesWithDisk: 1,
  databasePlans: [
    { name: "basic-256mb", sku: "render-postgres-basic-256mb", standby: false },
    { name: "basic-1gb", sku: "render-postgres-basic-1gb", standby: false },
    { name: "basic-4gb", sku: "render-postgres-basic-4gb", standby: false },
    { name: "pro-4gb", sku: "render-postgres-pro-4gb", standby: true },
    { name: "pro-8gb", sku: "render-postgres-pro-8gb", standby: true },
    { name: "pro-16gb", sku: "render-postgres-pro-16gb", standby: true },
  ],
  strategies: ["rolling"],
  reserved: { prefix: "RENDER", variables: ["PORT"], ports: [18_012, 18_013, 19_099] },
  can: {
    "near-region": {
      instead: "the nearest region that Render has",
      workaround:
        "check what you promise about the place of data, and name the Fly region that is really used",
    },
    "several-regions": {
      instead: "all instances run in one region",
      workaround: "run the service in a second stack for the other region, or keep it on fly",
    },
    "whole-cpus": {
      instead: "a plan with fewer CPUs",
      workaround: "ask for cpuKind performance, which counts whole CPUs",
    },
    "own-cpus": {
      instead: "the CPUs of the plan, of which Render does not say whose they are",
      workaround: "measure under load, and ask for more CPUs where others are felt",
    },
    "scale-to-zero": {
      instead: "one instance always runs",
      workaround: "set scale.min to 1, or keep the service on fly",
    },
    "scale-by-load": {
      instead: `Render adds instances by CPU, at ${cpuTarget} % on average`,
      workaround: "name the CPU load in scale.cpu; workspaces below Pro need scale.min = scale.max",
    },
    "scale-times": {
      instead:
        "Render adds at once above the target, and takes away some minutes after it falls below",
      workaround: "watch the number of instances in its dashboard after a change of load",
    },
    "connection-limits": {
      instead: "Render spreads requests over the instances and counts no connections",
      workaround: "refuse connections in the service beyond limits.connections.hard",
    },
    "tcp-check": {
      instead: "the HTTP check alone decides; ports are asked only where there is none",
      workaround: "leave checks.tcp away",
    },
    "check-times": {
      instead:
        "asked every few seconds, 5 s to answer; no requests after 15 s of failures, a restart after 60 s, 15 minutes to start",
      workaround: "answer the check within 5 seconds, whatever the service does meanwhile",
    },
    "check-after-deploy": true,
    "release-strategy": {
      instead: "one instance after the other is replaced once its successor is well",
      workaround: "set strategy to rolling, and let two releases run side by side",
    },
    disk: {
      instead:
        "one instance alone has the disk: a release stops it before the next one starts, and nobody is answered meanwhile",
      workaround:
        "keep files in a bucket, or release at a quiet hour; its snapshots are taken once a day",
    },
    database: {
      instead:
        "Render makes it for its private network alone, and keeps its backups: any moment of 3 days, of 7 on a Pro workspace; the stack's rules for databases, recovery and copies do not reach it",
      workaround:
        "keep what may not be lost in the stack's own database, or copy it with pg_dump to a bucket",
    },
    "preview-pool": {
      instead:
        "the pool stays on Fly: its files are rendered still, but Fly's private network does not reach Render",
      workaround:
        "keep the service that runs previews on fly, or give previews a public address that only it can use",
    },
    "secret-values": {
      instead: "the file names them with sync: false: asked for once, when the Blueprint is made",
      workaround:
        "type each value then; one that is added later in the dashboard: the service, Environment",
    },
    "unchanged-secrets": true,
    "host-name": {
      instead: "the name is the service's only if nobody at Render has it, else letters are added",
      workaround:
        "compare it after the first deploy, and set app to what Render made of it before anything asks it",
    },
  },
  rollback: ({ app, image }) =>
    `render deploys create <id of ${app}> --image ${image} --wait --confirm`,
  deploy: ({ app, image }) =>
    `render deploys create <id of ${app}> --image ${image} --wait --confirm`,
  pricing: "https://render.com/pricing",
  docs: "https://render.com/docs/blueprint-spec",
  sources: [
    "https://render.com/docs/blueprint-spec",
    "https://render.com/docs/health-checks",
    "https://render.com/docs/scaling",
    "https://render.com/docs/rollbacks",
    "https://render.com/docs/cli",
    "https://render.com/docs/web-services",
    "https://render.com/docs/disks",
    "https://render.com/docs/postgresql-backups",
    "https://render.com/docs/postgresql-high-availability",
  ],
  checkedOn: "2026-11-22",
  confidence: "medium",
};

import {
  appNamePattern,
  appNameWords,
  appRegistries,
  appSizes,
  digitaloceanCheckedOn,
} from "./apps";
import type { ServiceHost } from "../contract/service";
import { nearestToFly } from "../contract/nearest-to-fly";

/** CPU load at which App Platform's own guide to scaling begins. Source: digitalocean/openapi, app_component_instance_base.yml */
const cpuTarget = 80;

/** DigitalOcean App Platform: each service an app of its own, declared in its cloud. */
export const service: ServiceHost = {
  label: "DigitalOcean App Platform",
  managed: true,
  // It adds letters of its own to the name.
  hostOf: undefined,
  regions: nearestToFly(
    {
      ...{ ams: "ams", ewr: "nyc", fra: "fra", lhr: "lon", sin: "sgp", sjc: "sfo" },
      ...{ syd: "syd", yyz: "tor" },
    },
    {
      ...{ arn: "ams", bom: "blr", cdg: "ams", dfw: "atl", gru: "nyc", iad: "nyc", jnb: "lon" },
      ...{ lax: "sfo", nrt: "sgp", ord: "atl" },
    },
  ),
  regionsPerService: 1,
  plans: appSizes.map(({ slug, cpus, memoryMb, kind, scales, sku }) => ({
    ...{ name: slug, cpus, memoryMb, sku },
    cpuKind: kind === "dedicated" ? ("performance" as const) : ("shared" as const),
    growsByLoad: kind === "dedicated",
    ...(!scales && { instances: 1 }),
  })),
  // A shared CPU of Fly is sure of a sixteenth of a core and bursts beyond: half a CPU is no less for most of its time.
  cpuShare: { shared: 0.5, performance: 1 },
  most: undefined,
  cpuTarget,
  asksPorts: true,
  https: "vendor",
  strategies: ["rolling"],
  names: { pattern: appNamePattern, words: appNameWords },
  imageHosts: Object.keys(appRegistries),
  reserved: { prefix: undefined, variables: ["PORT"], ports: [] },
  can: {
    "near-region": {
      instead: "the nearest region that App Platform has",
      workaround:
        "check what you promise about the place of data, and name the Fly region that is really used",
    },
    "several-regions": {
      instead: "all containers run in one region",
      workaround: "run the service in a second stack for the other region, or keep it on fly",
    },
    "whole-cpus": {
      instead: "a size with fewer CPUs",
      workaround: "ask for cpuKind performance, which counts whole CPUs",
    },
    "own-cpus": true,
    "scale-to-zero": {
      instead: "one container always runs",
      workaround: "set scale.min to 1, or keep the service on fly",
    },
    "scale-by-load": {
      instead: `App Platform adds containers with CPUs of their own, at ${cpuTarget} % of CPU on average; of shared CPUs the least number runs always`,
      workaround: "ask for cpuKind performance and name the CPU load in scale.cpu",
    },
    "scale-times": {
      instead: "App Platform adds and takes away containers in its own time",
      workaround: "watch the number of containers in its dashboard after a change of load",
    },
    "connection-limits": {
      instead: "App Platform spreads requests over the containers and counts no connections",
      workaround: "refuse connections in the service beyond limits.connections.hard",
    },
    "tcp-check": {
      instead: "the HTTP check alone decides; ports are asked only where there is none",
      workaround: "leave checks.tcp away",
    },
    "check-times": true,
    "check-after-deploy": true,
    "release-strategy": {
      instead: "new containers take over one after the other once they are well",
      workaround: "set strategy to rolling, and let two releases run side by side",
    },
    disk: {
      instead: "App Platform has no disks: files are gone with each deployment",
      workaround: "keep files in a bucket, or keep the service on fly or render",
    },
    database: {
      instead: "no database is made, and DATABASE_URL is not set",
      workaround:
        "use the stack's own database, or a cluster of Managed Databases, and DATABASE_URL among secrets",
    },
    "preview-pool": {
      instead:
        "the pool stays on Fly: its files are rendered still, but Fly's private network does not reach App Platform",
      workaround:
        "keep the service that runs previews on fly, or give previews a public address that only it can use",
    },
    "secret-values": {
      instead: "the service does not have them: groundwork:secretRegistry has none of that name",
      workaround:
        "give each a place in groundwork:secretRegistry: an update then hands it to the service",
    },
    "unchanged-secrets": {
      instead:
        "DigitalOcean answers them encrypted, which its provider takes for a change: each update deploys the service once more",
      workaround:
        "expect a deployment with every update; new containers take over only once they are well",
    },
    "host-name": {
      instead:
        "App Platform adds letters of its own to the name, so that no check from outside asks the service",
      workaround:
        "after the first update read the host from the app's defaultIngress, and give it a check under groundwork:uptime.checks",
    },
  },
  rollback: ({ stack, service, image }) =>
    `set services.${service}.image to ${image}, then: npx groundwork up ${stack}`,
  deploy: ({ stack }) => `npx groundwork up ${stack}`,
  pricing: "https://docs.digitalocean.com/products/app-platform/details/pricing/",
  docs: "https://docs.digitalocean.com/products/app-platform/reference/app-spec/",
  sources: [
    "https://docs.digitalocean.com/products/app-platform/details/pricing/",
    "https://docs.digitalocean.com/products/app-platform/how-to/scale-app/",
    "https://docs.digitalocean.com/products/app-platform/how-to/manage-health-checks/",
    "https://docs.digitalocean.com/products/app-platform/how-to/deploy-from-container-images/",
    "https://github.com/digitalocean/terraform-provider-digitalocean/issues/1603",
  ],
  checkedOn: digitaloceanCheckedOn,
  confidence: "medium",
};

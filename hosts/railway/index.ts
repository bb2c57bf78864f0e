import { railwayLimits } from "../../catalogue/limits/railway";
import type { ServiceHost } from "../contract/service";
import { nearestToFly } from "../contract/nearest-to-fly";

/** What the largest plan gives one service. */
const [instances, memoryGb, cpus] = railwayLimits.service.value.enterprise;

/**
 * Railway: services from an image, in several regions, from a file that Railway's tool compares and applies.
 *
 * The file is `.railway/railway.ts`. Its `railway.json` of before cannot be chosen for new services, stops being read on
 * 2026-12-01, and has no key for an image or a variable.
 */
export const service: ServiceHost = {
  label: "Railway",
  managed: false,
  hostOf: (app) => `${app}.up.railway.app`,
  https: "vendor",
  regions: nearestToFly(
    { ams: "europe-west4-drams3a", iad: "us-east4-eqdc4a", sin: "asia-southeast1-eqsg3a" },
    {
      ...{ arn: "europe-west4-drams3a", cdg: "europe-west4-drams3a", fra: "europe-west4-drams3a" },
      ...{ jnb: "europe-west4-drams3a", lhr: "europe-west4-drams3a", dfw: "us-east4-eqdc4a" },
      ...{ ewr: "us-east4-eqdc4a", gru: "us-east4-eqdc4a", ord: "us-east4-eqdc4a" },
      ...{ yyz: "us-east4-eqdc4a", bom: "asia-southeast1-eqsg3a", nrt: "asia-southeast1-eqsg3a" },
      // Railway says California and no city.
      ...{ syd: "asia-southeast1-eqsg3a", lax: "us-west2", sjc: "us-west2" },
    },
  ),
  regionsPerService: 4,
  plans: undefined,
  cpuShare: { shared: 1, performance: 1 },
  most: { instances, cpus, memoryMb: memoryGb * 1024 },
  cpuTarget: undefined,
  asksPorts: false,
  strategies: ["bluegreen"],
  reserved: { prefix: "RAILWAY_", variables: ["PORT"], ports: [] },
  can: {
    "near-region": {
      instead: "the nearest region that Railway has",
      workaround:
        "check what you promise about the place of data, and name the Fly region that is really used",
    },
    "several-regions": {
      instead: "Fly's regions that are nearest to the same one become one",
      workaround: "leave all but one of them away, and raise scale.min for the instances there",
    },
    "whole-cpus": true,
    "own-cpus": {
      instead: "CPUs that give way to others, and are paid as they are used",
      workaround: "measure under load, and ask for more CPUs where others are felt",
    },
    "scale-to-zero": {
      instead: "one instance in each region always runs",
      workaround: "set scale.min to the number of regions, or keep the service on fly",
    },
    "scale-by-load": {
      instead: "the least number of instances runs always: Railway adds none by itself",
      workaround: "raise scale.min to what a busy day needs; only what is used is paid",
    },
    "scale-times": {
      instead: "nothing reads them",
      workaround: "leave scale.cpu away, and raise scale.min before a busy day",
    },
    "connection-limits": {
      instead: "Railway spreads requests at random and counts no connections",
      workaround: "refuse connections in the service beyond limits.connections.hard",
    },
    "tcp-check": {
      instead: "no port is asked: a release without checks.http serves as soon as it starts",
      workaround: "declare checks.http",
    },
    "check-times": {
      instead: "asked until it answers 200 once, 300 s at most",
      workaround: "answer only once the service can serve",
    },
    "check-after-deploy": {
      instead: "Railway asks only during a deploy; what falls ill later serves on",
      workaround:
        "watch it from outside: groundwork:uptime, and let the service end when it is ill",
    },
    "release-strategy": {
      instead: "the new release takes over whole once it is well, and the old one ends then",
      workaround: "set strategy to bluegreen, which is what happens",
    },
    disk: {
      instead: "the file makes no volume: files are gone with each release",
      workaround: "keep files in a bucket, or keep the service on fly or render",
    },
    database: {
      instead: "no database is made, and DATABASE_URL is not set",
      workaround:
        "use the stack's own database, or: railway add --database postgres, and DATABASE_URL among secrets",
    },
    "preview-pool": {
      instead:
        "the pool stays on Fly: its files are rendered still, but Fly's private network does not reach Railway",
      workaround:
        "keep the service that runs previews on fly, or give previews a public address that only it can use",
    },
    "secret-values": {
      instead: "the file keeps what Railway has of them; it has none until somebody sets them",
      workaround:
        "before the first deploy, for each: railway variable set NAME --stdin --service APP",
    },
    "unchanged-secrets": true,
    "host-name": {
      instead: "Railway makes up the name when somebody asks for one",
      workaround:
        "after the first deploy: railway domain --service APP; then rename it to this in the dashboard, Networking",
    },
  },
  rollback: ({ stack, service, image }) =>
    `set services.${service}.image to ${image}, then: npx groundwork render ${stack} --out . && railway config apply`,
  deploy: ({ stack }) => `npx groundwork render ${stack} --out . && railway config apply`,
  pricing: "https://docs.railway.com/pricing/plans",
  docs: "https://docs.railway.com/infrastructure-as-code",
  sources: [
    "https://docs.railway.com/infrastructure-as-code/reference",
    "https://docs.railway.com/cli/config",
    "https://docs.railway.com/cli/variable",
    "https://docs.railway.com/deployments/regions",
    "https://docs.railway.com/deployments/healthchecks",
    "https://docs.railway.com/deployments/scaling",
    "https://docs.railway.com/networking/public-networking",
  ],
  checkedOn: "2026-11-22",
  confidence: "medium",
};

/** Source: https://docs.railway.com/deployments/regions (2026-11-22; from memory where it names a state and no city). */
export const places = {
  "asia-southeast1-eqsg3a": "Singapore",
  "europe-west4-drams3a": "Amsterdam, Netherlands",
  "us-east4-eqdc4a": "Virginia, USA",
  "us-west2": "California, USA",
};

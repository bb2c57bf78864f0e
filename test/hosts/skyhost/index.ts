import { type FlyRegion, flyRegions } from "../../../catalogue/fly";
import { functionRegionCodes } from "../../../catalogue/regions";
import { lacksByDefault } from "../../../hosts/contract/lacks";
import { nearestToFly } from "../../../hosts/contract/nearest-to-fly";
import { nearestRegions } from "../../../hosts/contract/nearest";
import { serviceCapabilities } from "../../../hosts/contract/service-capability";
import type { ServiceHost } from "../../../hosts/contract/service";
import type { Host } from "../../../hosts/contract/site";

/* A vendor that there is not, with all that a folder of hosts/ has: what a contributor would write, and no more. */

const pages = {
  pricing: "https://sky.example/pricing",
  docs: "https://sky.example/docs",
  sources: ["https://sky.example/docs"],
  checkedOn: "2026-11-22",
  confidence: "low",
} as const;

const inCloud = <Code extends string>(codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, "cloud9"])) as Record<Code, string>;

export const site: Host = {
  label: "Skyhost",
  managed: false,
  dns: {
    apex: { type: "A", values: ["192.0.2.9"] },
    subdomain: (name) => ({ type: "CNAME", values: [`${name}.sky.example`] }),
  },
  address: "192.0.2.9",
  hostOf: (name) => `${name}.sky.example`,
  regions: nearestRegions({}, inCloud(functionRegionCodes)),
  regionsPerSite: 1,
  can: { ...lacksByDefault, "previews-off": true },
  functionSeconds: 30,
  redirectStatuses: [301, 302, 307, 308],
  setSecret: "sky secret set NAME",
  rollback: "sky rollback",
  deploy: "sky deploy",
  ...pages,
};

export const service: ServiceHost = {
  label: "Skyhost",
  managed: false,
  hostOf: (app) => `${app}.run.sky.example`,
  https: "vendor",
  regions: nearestToFly<never>({}, inCloud<FlyRegion>(flyRegions)),
  regionsPerService: 1,
  plans: undefined,
  cpuShare: { shared: 1, performance: 1 },
  most: undefined,
  cpuTarget: undefined,
  asksPorts: true,
  strategies: ["rolling"],
  reserved: { prefix: "SKY_", variables: [], ports: [] },
  can: Object.fromEntries(serviceCapabilities.map((it) => [it, true])) as ServiceHost["can"],
  rollback: ({ app }) => `sky rollback ${app}`,
  deploy: ({ app }) => `sky deploy ${app}`,
  ...pages,
};

export const places = { cloud9: "Cloud Nine, Sky" };

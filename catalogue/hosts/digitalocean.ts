import type { Host } from "./host";
import { lacksByDefault } from "./lacks";
import { nearestRegions } from "./nearest";

/** DigitalOcean App Platform: static sites and services of one app, declared in its cloud. */
export const digitalocean: Host = {
  label: "DigitalOcean App Platform",
  managed: true,
  dns: {
    apex: { type: "A", values: ["162.159.140.98", "172.66.0.96"] },
    // The app's own name is known only after it was made; its names may lead to the addresses as well.
    subdomain: () => ({ type: "A", values: ["162.159.140.98", "172.66.0.96"] }),
  },
  address: "162.159.140.98",
  hostOf: undefined,
  regions: nearestRegions(
    {
      ...{ fra1: "fra", lhr1: "lon", sfo1: "sfo", sin1: "sgp", syd1: "syd" },
    },
    {
      ...{ arn1: "ams", bom1: "blr", cdg1: "ams", cle1: "tor", cpt1: "lon", dub1: "lon" },
      ...{ dxb1: "blr", gru1: "nyc", hkg1: "sgp", hnd1: "sgp", iad1: "nyc", icn1: "sgp" },
      ...{ kix1: "sgp", pdx1: "sfo", yul1: "tor" },
    },
  ),
  regionsPerSite: 1,
  can: {
    ...lacksByDefault,
    "custom-domains": true,
    "git-repository": true,
    "runtime-values": true,
    "secret-values": true,
    "computed-values": true,
  },
  functionSeconds: undefined,
  redirectStatuses: [301, 302, 307, 308],
  setSecret: "set by the update itself",
  rollback: "the app's dashboard: Activity, Rollback to a deployment of before",
  deploy: undefined,
  pricing: "https://www.digitalocean.com/pricing/app-platform",
  docs: "https://docs.digitalocean.com/products/app-platform/",
  sources: ["https://docs.digitalocean.com/products/app-platform/how-to/manage-domains/"],
  checkedOn: "2026-11-22",
  confidence: "low",
};

import { digitaloceanCheckedOn } from "./apps";
import type { Host } from "../contract/site";
import { lacksByDefault } from "../contract/lacks";
import { nearestRegions } from "../contract/nearest";

/** Addresses of App Platform's CDN. From memory of the page on domains; the control panel shows them for each domain. */
const addresses = ["162.159.140.98", "172.66.0.96"];

/** DigitalOcean App Platform: one app with a static site or a server, declared in its cloud. */
export const site: Host = {
  label: "DigitalOcean App Platform",
  managed: true,
  dns: {
    apex: { type: "A", values: addresses },
    // The app's own name is known only after it was made; its names may lead to the addresses as well.
    subdomain: () => ({ type: "A", values: addresses }),
  },
  address: "162.159.140.98",
  hostOf: undefined,
  regions: nearestRegions(
    { fra1: "fra", lhr1: "lon", sfo1: "sfo", sin1: "sgp", syd1: "syd" },
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
    "host-name": true,
    "git-repository": true,
    "runtime-values": true,
    "computed-values": true,
    "domain-redirects": true,
    "install-command": true,
    "previews-off": true,
    "staged-promotion": true,
    "secret-values": {
      instead:
        "they are there, but DigitalOcean answers them encrypted, which its provider takes for a change: each update deploys the app once more",
      workaround:
        "expect a deployment with every update, or put what the provider shows after the first one, EV[…], into the stack's secrets",
    },
    "function-regions": {
      instead: "the app runs in one region, the nearest that App Platform has",
      workaround:
        "run a second stack in the other region, or choose the region nearest to most users",
    },
    "function-timeout": {
      instead:
        "a server answers for as long as it likes, until its connection is cut after 100 seconds",
      workaround: "keep a deadline in the app for each request",
    },
    "server-headers": {
      instead: "no header of ours is sent: App Platform sets none, on files and on servers alike",
      workaround:
        "npx groundwork render writes headers.json: let the app's server send what it says; files need a server of their own for that",
    },
    "header-removal": {
      instead: "the headers stay in answers that carry them",
      workaround: "headers.json names them: let the app's server take them out",
    },
    "redirect-patterns": {
      instead: "the redirect is left out: App Platform sends on a path with all that is below it",
      workaround: "redirect in the app, or write the source with whole segments and /(.*)",
    },
    "log-drain": {
      instead: "logs stay at App Platform, which keeps those of the running deployment",
      workaround:
        "let the app post its log lines to the intake of groundwork:logs, signed as Vercel signs them",
    },
    webhook: {
      instead: "the team gets mail when a deployment or a domain fails, and nobody is called",
      workaround: "call the address from the pipeline that deploys",
    },
  },
  functionSeconds: undefined,
  redirectStatuses: [300, 301, 302, 303, 304, 307, 308],
  setSecret: "set by the update itself",
  rollback: "the app's dashboard: Activity, Rollback to a deployment of before",
  deploy: undefined,
  pricing: "https://docs.digitalocean.com/products/app-platform/details/pricing/",
  docs: "https://docs.digitalocean.com/products/app-platform/",
  sources: [
    "https://docs.digitalocean.com/products/app-platform/reference/app-spec/",
    "https://docs.digitalocean.com/products/app-platform/how-to/manage-domains/",
    "https://docs.digitalocean.com/products/app-platform/how-to/configure-edge-settings/",
    "https://docs.digitalocean.com/products/app-platform/details/limits/",
    "https://github.com/digitalocean/terraform-provider-digitalocean/issues/1603",
  ],
  checkedOn: digitaloceanCheckedOn,
  confidence: "medium",
};

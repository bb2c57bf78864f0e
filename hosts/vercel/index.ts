import { functionTimeout } from "../../catalogue/vercel";
import { dnsTargets, vercelDnsCheckedOn } from "../../catalogue/vercel-dns";
import { functionRegionCodes } from "../../catalogue/regions";
import { type HostCapability, hostCapabilities } from "../contract/capability";
import type { Host, NearestRegion } from "../contract/site";

/** The host whose words the stack file uses, so that it can everything that can be said there. */
export const site: Host = {
  label: "Vercel",
  managed: true,
  dns: {
    apex: { type: dnsTargets.apex.type, values: [dnsTargets.apex.value] },
    subdomain: () => ({ type: dnsTargets.subdomain.type, values: [dnsTargets.subdomain.value] }),
  },
  address: dnsTargets.apex.value,
  hostOf: (site) => `${site}.vercel.app`,
  regions: Object.fromEntries(
    functionRegionCodes.map((region) => [region, { region, sameArea: true }]),
  ) as Record<(typeof functionRegionCodes)[number], NearestRegion>,
  regionsPerSite: functionRegionCodes.length,
  can: Object.fromEntries(hostCapabilities.map((it) => [it, true])) as Record<HostCapability, true>,
  functionSeconds: functionTimeout.max,
  redirectStatuses: [301, 302, 307, 308],
  setSecret: "vercel env add NAME",
  rollback: "npx groundwork rollback <stack>",
  deploy: undefined,
  pricing: "https://vercel.com/pricing",
  docs: "https://vercel.com/docs",
  sources: [
    "https://vercel.com/docs/domains/set-up-custom-domain",
    "https://vercel.com/docs/regions",
  ],
  checkedOn: vercelDnsCheckedOn,
  confidence: "high",
};

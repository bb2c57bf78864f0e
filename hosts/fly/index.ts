import { flyCheckedOn, flyHostOf, flyRegions, flyReservedPrefix } from "../../catalogue/fly";
import { flyReservedVariables, flyStrategies } from "../../catalogue/fly";
import { nearestToFly } from "../contract/nearest-to-fly";
import type { ServiceHost } from "../contract/service";
import { serviceCapabilities } from "../contract/service-capability";

/** Fly, whose words the stack file uses: it can all of it but keep a database. Sizes and limits are checked by `catalogue/fly.ts`. */
export const service: ServiceHost = {
  label: "Fly",
  managed: false,
  hostOf: flyHostOf,
  https: "file",
  regions: nearestToFly(
    Object.fromEntries(flyRegions.map((code) => [code, code])) as Record<
      (typeof flyRegions)[number],
      string
    >,
    {},
  ),
  regionsPerService: flyRegions.length,
  plans: undefined,
  cpuShare: { shared: 1, performance: 1 },
  most: undefined,
  cpuTarget: undefined,
  asksPorts: true,
  strategies: flyStrategies,
  reserved: { prefix: flyReservedPrefix, variables: flyReservedVariables, ports: [] },
  can: {
    ...(Object.fromEntries(serviceCapabilities.map((one) => [one, true])) as ServiceHost["can"]),
    // fly.toml has no key for one. Source: fly.io/docs/mpg.
    database: {
      instead: "no database is made, and DATABASE_URL is not set",
      workaround:
        "use the stack's own database, or: fly mpg create, and DATABASE_URL among secrets",
    },
  },
  rollback: ({ stack, service }) => `npx groundwork rollback ${stack} --service ${service}`,
  deploy: ({ service }) => `fly deploy --config ${service}/fly.toml`,
  pricing: "https://fly.io/docs/about/pricing/",
  docs: "https://fly.io/docs/reference/configuration/",
  sources: ["https://fly.io/docs/reference/regions/", "https://fly.io/docs/networking/services/"],
  checkedOn: flyCheckedOn,
  confidence: "high",
};

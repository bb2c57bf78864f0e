import { defineMeters } from "./meter";

/** Zones on Route 53. */
export const dnsMeters = defineMeters({
  queries: {
    unit: "queries a month",
    describe: "DNS queries that Route 53 answers, those for alias records to AWS left out.",
    assumed: {
      dev: [1_000, 10_000, 100_000],
      staging: [1_000, 10_000, 100_000],
      prod: [100_000, 1_000_000, 10_000_000],
    },
  },
});

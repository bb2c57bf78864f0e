import { defineMeters } from "./meter";

/** The cache of the product. */
export const cacheMeters = defineMeters({
  commands: {
    unit: "commands a month",
    describe:
      "Commands to the cache that read or write 1 KB at most; a larger one counts by its KB.",
    assumed: {
      dev: [10_000, 100_000, 500_000],
      staging: [50_000, 500_000, 2_000_000],
      prod: [1_000_000, 10_000_000, 60_000_000],
    },
  },
  dataGb: {
    unit: "GB",
    describe: "What the cache holds on average, no more than it may.",
    assumed: { dev: [0.01, 0.05, 0.2], staging: [0.01, 0.05, 0.2], prod: [0.1, 0.5, 4] },
  },
});

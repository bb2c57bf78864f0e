import { defineMeters } from "./meter";

/** Container services, and the previews that they run. */
export const serviceMeters = defineMeters({
  egressGb: {
    unit: "GB a month",
    describe: "What machines send to the internet, all services and regions together.",
    assumed: { dev: [0.5, 2, 10], staging: [1, 5, 20], prod: [20, 100, 500] },
  },
  usedPercent: {
    unit: "percent of their limits",
    describe:
      "CPU and memory that services use on average, of what they may; counts where use is billed, which is on Railway.",
    assumed: { dev: [2, 10, 40], staging: [5, 20, 60], prod: [15, 40, 80] },
  },
  previewHours: {
    unit: "hours a month",
    describe:
      "Hours for which previews run, all of them together; never more than the pool has room for.",
    assumed: { dev: [20, 100, 400], staging: [50, 200, 1_000], prod: [500, 2_000, 8_000] },
  },
});

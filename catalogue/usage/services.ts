import { defineMeters } from "./meter";

/** Container services on Fly. */
export const serviceMeters = defineMeters({
  egressGb: {
    unit: "GB a month",
    describe: "What machines send to the internet, all services and regions together.",
    assumed: { dev: [0.5, 2, 10], staging: [1, 5, 20], prod: [20, 100, 500] },
  },
  previewHours: {
    unit: "hours a month",
    describe:
      "Hours for which previews run, all of them together; never more than the pool has room for.",
    assumed: { dev: [20, 100, 400], staging: [50, 200, 1_000], prod: [500, 2_000, 8_000] },
  },
});

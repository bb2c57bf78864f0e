import { defineMeters } from "./meter";

/** Errors that the product reports. */
export const errorMeters = defineMeters({
  events: {
    unit: "errors a month",
    describe: "Errors that the app and its services report where errors go to Sentry.",
    assumed: { dev: [0, 0, 1_000], staging: [500, 2_000, 10_000], prod: [2_000, 20_000, 100_000] },
  },
});

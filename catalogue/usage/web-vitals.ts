import { defineMeters } from "./meter";

/** What browsers of visitors measure. */
export const webVitalsMeters = defineMeters({
  visits: {
    unit: "visits a month",
    describe: "Visits of the app, measured or not: how many are, its sample rate says.",
    assumed: {
      dev: [10, 100, 1_000],
      staging: [50, 500, 5_000],
      prod: [5_000, 50_000, 300_000],
    },
  },
  eventsPerVisit: {
    unit: "events a visit",
    describe: "What a browser sends of one visit: web vitals, pages and what else is measured.",
    assumed: { dev: [10, 20, 60], staging: [10, 20, 60], prod: [10, 20, 60] },
  },
});

import { defineMeters } from "./meter";

/** Repositories on GitHub that are not public. */
export const githubMeters = defineMeters({
  minutes: {
    unit: "minutes a month",
    describe: "Minutes of Actions on standard Linux runners, each job rounded up to the minute.",
    assumed: {
      dev: [200, 1_000, 3_000],
      staging: [500, 2_000, 5_000],
      prod: [500, 2_500, 8_000],
    },
  },
  artifactGb: {
    unit: "GB kept",
    describe: "What artifacts of Actions take up, averaged over the month.",
    assumed: { dev: [0.1, 0.5, 2], staging: [0.1, 0.5, 2], prod: [0.2, 1, 5] },
  },
  committers: {
    unit: "people",
    describe:
      "People who committed in the last 90 days to repositories with Secret Protection or Code Security.",
    assumed: { dev: [2, 4, 8], staging: [2, 4, 8], prod: [2, 4, 8] },
  },
});

import { defineMeters } from "./meter";

/** Log groups of CloudWatch, the metrics read from them, and trails of CloudTrail. */
export const logsMeters = defineMeters({
  ingestedGb: {
    unit: "GB a month",
    describe:
      "What the log groups on CloudWatch take in: drained logs, and what functions and canaries log.",
    assumed: { dev: [0.2, 1, 5], staging: [1, 5, 20], prod: [5, 20, 80] },
  },
  scannedGb: {
    unit: "GB a month",
    describe: "What queries of CloudWatch Logs Insights read, saved queries and dashboards alike.",
    assumed: { dev: [0.5, 2, 10], staging: [1, 10, 50], prod: [10, 50, 300] },
  },
  metricsPerFilter: {
    unit: "metrics a filter",
    describe:
      "Metrics that one log metric filter with dimensions makes: combinations of their values.",
    assumed: { dev: [1, 3, 10], staging: [1, 5, 20], prod: [2, 10, 50] },
  },
  trailManagementEvents: {
    unit: "events a month",
    describe: "What is done to resources in the account, as CloudTrail records it.",
    assumed: {
      dev: [5_000, 20_000, 100_000],
      staging: [10_000, 50_000, 200_000],
      prod: [50_000, 200_000, 1_000_000],
    },
  },
  trailDataEvents: {
    unit: "events a month",
    describe:
      "What is done with data, by trails that are told to record it: reads of objects, calls of functions.",
    assumed: {
      dev: [10_000, 50_000, 200_000],
      staging: [50_000, 200_000, 1_000_000],
      prod: [500_000, 2_000_000, 10_000_000],
    },
  },
});

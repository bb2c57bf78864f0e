import { defineMeters } from "./meter";

/** Alarms, their notifications, canaries, and metrics sent on. */
export const alertsMeters = defineMeters({
  notifications: {
    unit: "messages a month",
    describe:
      "What is published to the topics on SNS, in equal parts; each subscription of a topic delivers all of its part.",
    assumed: { dev: [10, 50, 500], staging: [20, 100, 1_000], prod: [50, 300, 3_000] },
  },
  metricsPerQuery: {
    unit: "metrics an alarm",
    describe: "Metrics that one alarm on a Metrics Insights query analyses.",
    assumed: { dev: [1, 3, 10], staging: [1, 5, 20], prod: [2, 10, 50] },
  },
  streamedUpdates: {
    unit: "updates a month",
    describe:
      "Values that metric streams send on, in equal parts: one metric a minute makes 43,800 updates a month.",
    assumed: {
      dev: [200_000, 1_000_000, 5_000_000],
      staging: [500_000, 2_000_000, 10_000_000],
      prod: [2_000_000, 10_000_000, 50_000_000],
    },
  },
  deliveredGb: {
    unit: "GB a month",
    describe:
      "What Firehose takes in, in equal parts: a million values of metric streams are about half a GB of JSON.",
    assumed: { dev: [0.1, 0.5, 2.5], staging: [0.25, 1, 5], prod: [1, 5, 25] },
  },
  canaryRunSeconds: {
    unit: "seconds a run",
    describe: "How long one run of a canary takes; never longer than its timeout.",
    assumed: { dev: [5, 15, 30], staging: [5, 15, 30], prod: [5, 15, 30] },
  },
});

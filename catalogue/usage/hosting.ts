import { defineMeters } from "./meter";

/**
 * Projects on Vercel, previews included. Assumed are an internal site (dev, staging) and a product with some ten
 * thousand visitors a month (prod): 30 requests and 1.5 MB for each visit.
 */
export const hostingMeters = defineMeters({
  requests: {
    unit: "requests a month",
    describe:
      "Requests that reach Vercel's CDN, for files, pages and functions alike. Vercel's bill calls them Edge Requests.",
    assumed: {
      dev: [20_000, 100_000, 400_000],
      staging: [50_000, 200_000, 800_000],
      prod: [1_000_000, 4_000_000, 20_000_000],
    },
  },
  transferGb: {
    unit: "GB a month",
    describe: "What Vercel's CDN sends to visitors and takes from them (Fast Data Transfer).",
    assumed: { dev: [1, 5, 20], staging: [2, 10, 40], prod: [50, 200, 1_200] },
  },
  originTransferGb: {
    unit: "GB a month",
    describe: "What goes between Vercel's CDN and functions (Fast Origin Transfer).",
    assumed: { dev: [0.2, 1, 4], staging: [0.5, 2, 8], prod: [10, 40, 200] },
  },
  functionInvocations: {
    unit: "calls a month",
    describe: "Calls of Vercel Functions, those of pages that are rendered on request included.",
    assumed: {
      dev: [5_000, 20_000, 100_000],
      staging: [10_000, 50_000, 200_000],
      prod: [300_000, 1_200_000, 6_000_000],
    },
  },
  functionCpuHours: {
    unit: "hours a month",
    describe:
      "Time in which Vercel Functions compute, waiting left out (Active CPU). Assumed are 80 ms a call.",
    assumed: { dev: [0.1, 0.5, 2], staging: [0.2, 1, 5], prod: [7, 27, 134] },
  },
  functionMemoryGbHours: {
    unit: "GB-hours a month",
    describe:
      "Memory of Vercel Functions times the time that they run, waiting included. Assumed are 2 GB for 300 ms a call.",
    assumed: { dev: [0.8, 3.5, 17], staging: [1.7, 8.5, 34], prod: [50, 200, 1_000] },
  },
  isrReads: {
    unit: "8 KB units a month",
    describe: "What is read from the store of pages that Vercel renders ahead and renews (ISR).",
    assumed: {
      dev: [0, 10_000, 50_000],
      staging: [0, 20_000, 100_000],
      prod: [100_000, 500_000, 3_000_000],
    },
  },
  isrWrites: {
    unit: "8 KB units a month",
    describe: "What is written to the store of pages that Vercel renders ahead and renews (ISR).",
    assumed: {
      dev: [0, 5_000, 20_000],
      staging: [0, 10_000, 40_000],
      prod: [20_000, 100_000, 600_000],
    },
  },
  imageTransformations: {
    unit: "images a month",
    describe: "Images that Vercel makes smaller or turns into another format, each size once.",
    assumed: { dev: [0, 200, 1_000], staging: [0, 500, 2_000], prod: [1_000, 5_000, 25_000] },
  },
  imageCacheReads: {
    unit: "8 KB units a month",
    describe:
      "What is read from the store of transformed images, in a region that has it not at hand.",
    assumed: {
      dev: [0, 2_000, 10_000],
      staging: [0, 5_000, 20_000],
      prod: [20_000, 100_000, 500_000],
    },
  },
  imageCacheWrites: {
    unit: "8 KB units a month",
    describe: "What is written to the store of transformed images. Assumed are 80 KB an image.",
    assumed: {
      dev: [0, 2_000, 10_000],
      staging: [0, 5_000, 20_000],
      prod: [10_000, 50_000, 250_000],
    },
  },
  buildCpuMinutes: {
    unit: "CPU minutes a month",
    describe:
      "Minutes of builds times the CPUs of the machine. Assumed are builds of 3 minutes on 4 CPUs: 100 in dev, 40 in prod.",
    assumed: { dev: [300, 1_200, 4_000], staging: [200, 800, 3_000], prod: [120, 480, 2_000] },
  },
  observabilityEvents: {
    unit: "events a month",
    describe:
      "Events of Observability Plus, one for each request and call. Assumed on, as it is for teams paid since 2026-04-03: say 0 where it is off.",
    assumed: {
      dev: [25_000, 120_000, 500_000],
      staging: [60_000, 250_000, 1_000_000],
      prod: [1_300_000, 5_200_000, 26_000_000],
    },
  },
  webAnalyticsEvents: {
    unit: "events a month",
    describe: "Page views and events that Vercel Web Analytics counts. Assumed off.",
    assumed: { dev: [0, 0, 0], staging: [0, 0, 0], prod: [0, 0, 0] },
  },
  speedInsightsEvents: {
    unit: "data points a month",
    describe: "Measurements of Vercel Speed Insights, about six a visit. Assumed off.",
    assumed: { dev: [0, 0, 0], staging: [0, 0, 0], prod: [0, 0, 0] },
  },
  rateLimitedRequests: {
    unit: "requests a month",
    describe: "Requests that a rate limit of the firewall counts and lets pass.",
    assumed: {
      dev: [5_000, 20_000, 100_000],
      staging: [10_000, 50_000, 200_000],
      prod: [300_000, 1_200_000, 6_000_000],
    },
  },
  inspectedRequests: {
    unit: "requests a month",
    describe: "Requests that the firewall's OWASP rules inspect.",
    assumed: {
      dev: [20_000, 100_000, 400_000],
      staging: [50_000, 200_000, 800_000],
      prod: [1_000_000, 4_000_000, 20_000_000],
    },
  },
  edgeConfigReads: {
    unit: "reads a month",
    describe: "Reads of Edge Config stores.",
    assumed: {
      dev: [1_000, 10_000, 100_000],
      staging: [1_000, 20_000, 200_000],
      prod: [100_000, 1_000_000, 5_000_000],
    },
  },
  edgeConfigWrites: {
    unit: "writes a month",
    describe: "Changes of Edge Config stores.",
    assumed: { dev: [0, 10, 50], staging: [0, 10, 50], prod: [5, 20, 100] },
  },
  drainGb: {
    unit: "GB a month",
    describe:
      "Uncompressed JSON that Vercel sends to drains of logs and traces, after sampling. Assumed is 1 KB a request.",
    assumed: { dev: [0.1, 0.2, 0.5], staging: [0.1, 0.2, 1], prod: [1, 4, 20] },
  },
});

import { defineMeters } from "./meter";

/** Projects on Supabase. What a project on the Free plan uses is limited and not billed. */
export const databaseMeters = defineMeters({
  diskGb: {
    unit: "GB kept",
    describe:
      "Disk of the databases, all projects together. Every project has at least 8 GB, which are free.",
    assumed: { dev: [1, 8, 8], staging: [8, 8, 12], prod: [8, 20, 60] },
  },
  egressGb: {
    unit: "GB a month",
    describe:
      "What databases, Storage, functions and Realtime send out, what the CDN has at hand left out.",
    assumed: { dev: [0.2, 1, 5], staging: [1, 5, 20], prod: [20, 80, 400] },
  },
  cachedEgressGb: {
    unit: "GB a month",
    describe: "What Supabase's CDN sends out of what it has at hand.",
    assumed: { dev: [0, 0.5, 2], staging: [0.5, 2, 10], prod: [10, 50, 400] },
  },
  fileStorageGb: {
    unit: "GB kept",
    describe: "Files in Supabase Storage, averaged over the month.",
    assumed: { dev: [0.1, 0.5, 1], staging: [0.5, 2, 10], prod: [10, 50, 200] },
  },
  imagesTransformed: {
    unit: "images a month",
    describe: "Different images of Supabase Storage that are asked for in another size.",
    assumed: { dev: [0, 0, 10], staging: [0, 10, 50], prod: [0, 50, 500] },
  },
  monthlyActiveUsers: {
    unit: "users a month",
    describe: "Different users who sign in through Supabase Auth or renew their session.",
    assumed: { dev: [5, 20, 100], staging: [10, 50, 200], prod: [1_000, 5_000, 50_000] },
  },
  thirdPartyUsers: {
    unit: "users a month",
    describe: "Different users who come with a token of another provider that the project trusts.",
    assumed: { dev: [5, 20, 100], staging: [10, 50, 200], prod: [1_000, 5_000, 50_000] },
  },
  functionInvocations: {
    unit: "calls a month",
    describe: "Calls of Supabase's edge functions.",
    assumed: {
      dev: [500, 2_000, 10_000],
      staging: [1_000, 5_000, 50_000],
      prod: [50_000, 300_000, 3_000_000],
    },
  },
  realtimePeakConnections: {
    unit: "connections",
    describe: "Most clients that are connected to Realtime at once.",
    assumed: { dev: [2, 10, 50], staging: [5, 20, 100], prod: [50, 200, 1_000] },
  },
  realtimeMessages: {
    unit: "messages a month",
    describe: "Messages that Realtime sends and receives.",
    assumed: {
      dev: [1_000, 10_000, 100_000],
      staging: [10_000, 50_000, 500_000],
      prod: [500_000, 2_000_000, 10_000_000],
    },
  },
});

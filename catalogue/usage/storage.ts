import { defineMeters } from "./meter";

/** Buckets on S3. */
export const storageMeters = defineMeters({
  storedGb: {
    unit: "GB kept",
    describe: "What the buckets on S3 hold, old versions included, averaged over the month.",
    assumed: { dev: [0.5, 1, 5], staging: [1, 5, 20], prod: [20, 100, 400] },
  },
  writes: {
    unit: "requests a month",
    describe: "PUT, COPY, POST and LIST requests to the buckets on S3.",
    assumed: {
      dev: [500, 2_000, 10_000],
      staging: [2_000, 10_000, 50_000],
      prod: [50_000, 200_000, 1_000_000],
    },
  },
  reads: {
    unit: "requests a month",
    describe: "GET and other requests to the buckets on S3.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [200_000, 1_000_000, 5_000_000],
    },
  },
});

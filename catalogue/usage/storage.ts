import { defineMeters } from "./meter";

/** Buckets on S3. */
export const storageMeters = defineMeters({
  storedGb: {
    unit: "GB kept",
    describe:
      "What the buckets on S3 hold, old versions included and copies of other buckets left out, averaged over the month.",
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
  egressGb: {
    unit: "GB a month",
    describe:
      "What is read from the buckets on S3 over the internet; what CloudFront reads is not.",
    assumed: { dev: [0, 1, 5], staging: [0, 1, 10], prod: [5, 50, 200] },
  },
  distributionGb: {
    unit: "GB a month",
    describe: "What CloudFront sends to visitors from buckets that are served.",
    assumed: { dev: [0, 1, 5], staging: [0, 1, 10], prod: [20, 100, 500] },
  },
  distributionRequests: {
    unit: "requests a month",
    describe: "What visitors ask CloudFront for of buckets that are served.",
    assumed: {
      dev: [0, 10_000, 50_000],
      staging: [0, 10_000, 100_000],
      prod: [500_000, 2_000_000, 10_000_000],
    },
  },
  transitions: {
    unit: "objects a month",
    describe: "Objects that lifecycle rules move to a colder storage class.",
    assumed: {
      dev: [0, 100, 1_000],
      staging: [100, 1_000, 10_000],
      prod: [1_000, 10_000, 100_000],
    },
  },
  replicatedGb: {
    unit: "GB a month",
    describe: "What is newly written to buckets on S3 that are copied to another bucket.",
    assumed: { dev: [0, 1, 5], staging: [0, 1, 10], prod: [2, 20, 100] },
  },
});

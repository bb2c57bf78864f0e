import { defineMeters } from "./meter";

/** Secrets Manager and KMS. */
export const secretsMeters = defineMeters({
  apiCalls: {
    unit: "requests a month",
    describe: "Requests to Secrets Manager.",
    assumed: {
      dev: [100, 1_000, 10_000],
      staging: [500, 5_000, 50_000],
      prod: [5_000, 50_000, 500_000],
    },
  },
  keyRequests: {
    unit: "requests a month",
    describe: "Requests that use the KMS keys of the stack, such as those to encrypt and decrypt.",
    assumed: {
      dev: [100, 1_000, 10_000],
      staging: [1_000, 10_000, 50_000],
      prod: [10_000, 50_000, 500_000],
    },
  },
});

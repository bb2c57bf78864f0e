import { defineMeters } from "./meter";

/** Functions on Lambda, gateways before them, and events. */
export const computeMeters = defineMeters({
  functionRequests: {
    unit: "requests a month",
    describe:
      "How often the functions on Lambda are called; canaries are counted by their schedules.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [100_000, 500_000, 3_000_000],
    },
  },
  functionMs: {
    unit: "milliseconds a request",
    describe: "How long one call of a function on Lambda takes.",
    assumed: { dev: [50, 100, 500], staging: [50, 100, 500], prod: [50, 100, 500] },
  },
  apiRequests: {
    unit: "requests a month",
    describe: "Requests to HTTP APIs of API Gateway, each of 512 KB at most.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [100_000, 500_000, 3_000_000],
    },
  },
  socketMessages: {
    unit: "messages a month",
    describe: "Messages of WebSocket APIs of API Gateway, either way, each of 32 KB at most.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [200_000, 1_000_000, 10_000_000],
    },
  },
  socketMinutes: {
    unit: "minutes a month",
    describe: "Time that connections to WebSocket APIs of API Gateway are open, all together.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [100_000, 500_000, 5_000_000],
    },
  },
  customEvents: {
    unit: "events a month",
    describe:
      "Events that the product itself sends to buses of EventBridge, each of 64 KB at most.",
    assumed: {
      dev: [1_000, 10_000, 50_000],
      staging: [10_000, 50_000, 200_000],
      prod: [100_000, 500_000, 3_000_000],
    },
  },
});

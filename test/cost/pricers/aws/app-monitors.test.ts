import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, unpriced } from "./bill";

/* $1 for 100,000 events in us-east-1. */

const monitor = (inputs: PropertyMap = {}) =>
  declared("aws:rum/appMonitor:AppMonitor", "web-vitals", inputs);
const use = (visits: number, events: number) => ({
  usage: { "webVitals.visits": visits, "webVitals.eventsPerVisit": events },
});

// Requirement: ALRT-17
describe("the price of an app monitor", () => {
  it("is that of the events of the visits that are measured", () => {
    const half = monitor({ appMonitorConfiguration: { sessionSampleRate: 0.5 } });
    // 100,000 visits × 20 events × a half.
    expect(lines(billed([half], use(100_000, 20)))).toEqual(["cloudwatch-rum-event 10 10"]);
  });

  it("counts a tenth of the visits where nothing is said, as RUM does", () => {
    expect(lines(billed([monitor()], use(100_000, 20)))).toEqual(["cloudwatch-rum-event 2 2"]);
  });

  it("is not known while the part is not, and guests cost nothing", () => {
    const open = monitor({ appMonitorConfiguration: { sessionSampleRate: UNKNOWN } });
    expect(unpriced(billed([open]))).toEqual([
      "appMonitorConfiguration.sessionSampleRate is not known before the update",
    ]);
    const pool = declared("aws:cognito/identityPool:IdentityPool", "guests", {});
    expect(free(billed([pool]))).toHaveLength(1);
  });
});

import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* https://aws.amazon.com/eventbridge/pricing/: $1.00 a million custom events; 14 million calls of schedules are free. */

function schedule(inputs: PropertyMap) {
  return declared("aws:scheduler/schedule:Schedule", "nightly", inputs);
}

describe("the price of events", () => {
  it("is the product's own events, divided among its buses", () => {
    const buses = ["a", "b"].map((name) => declared("aws:cloudwatch/eventBus:EventBus", name));
    const bill = billed(buses, { usage: { "compute.customEvents": 3_000_000 } });
    // 1.5 × $1.00 each.
    expect(lines(bill)).toEqual([
      "eventbridge-custom-events 1.5 1.5",
      "eventbridge-custom-events 1.5 1.5",
    ]);
  });

  it("is nothing for targets on AWS, and not told of APIs elsewhere", () => {
    const api = declared("aws:cloudwatch/eventApiDestination:EventApiDestination", "tracker");
    const to = (name: string, ...urns: string[]) => ({
      ...declared("aws:cloudwatch/eventTarget:EventTarget", name, { arn: UNKNOWN }),
      propertyDependencies: { arn: urns },
    });
    const bill = billed([api, to("call", api.urn), to("topic", "urn:elsewhere")]);
    expect(unpriced(bill)[0]).toBe("how often it calls is not known here");
    expect(free(bill)).toEqual(["events that reach AWS's own services cost nothing"]);
  });

  it("is nothing for schedules that call as seldom as schedules do", () => {
    const bill = billed([schedule({ scheduleExpression: "rate(1 hour)" })]);
    // 730 calls × $0.000001, and as much off.
    expect(lines(bill)).toEqual([
      "eventbridge-scheduler 0.00073 0.00073",
      "eventbridge-scheduler -0.00073 -0.00073",
    ]);
    expect(total(bill)).toBe("0");
  });

  it("is nothing for rules and disabled schedules", () => {
    const rule = declared("aws:cloudwatch/eventRule:EventRule", "backup-failed");
    expect(free(billed([rule, schedule({ state: "DISABLED" })]))).toEqual([
      "events of AWS services and rules cost nothing; the product's own are paid with their bus",
      "it is disabled, and calls nothing",
    ]);
  });

  it.each<[PropertyMap, string]>([
    [{ scheduleExpression: UNKNOWN }, "scheduleExpression is not known before the update"],
    [{ scheduleExpression: "often" }, "the schedule often cannot be counted"],
  ])("is not told of %j", (inputs, reason) => {
    expect(unpriced(billed([schedule(inputs)]))).toEqual([reason]);
  });
});

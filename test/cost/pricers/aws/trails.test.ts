import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, unpriced } from "./bill";

/* Per 100,000 events, https://aws.amazon.com/cloudtrail/pricing/: data $0.10, further copies $2.00, Insights $0.35. */

function trail(inputs: PropertyMap = {}, name = "audit") {
  return declared("aws:cloudtrail/trail:Trail", name, { s3BucketName: "audit", ...inputs });
}

const events = {
  usage: { "logs.trailManagementEvents": 150_000, "logs.trailDataEvents": 2_000_000 },
};
const dataOfBuckets = { type: "AWS::S3::Object", values: ["arn:aws:s3"] };

describe("the price of trails", () => {
  it("is nothing for the first copy of management events", () => {
    expect(free(billed([trail()]))).toEqual([
      "the first copy of management events; its bucket is paid",
    ]);
  });

  it.each<[string, PropertyMap]>([
    ["basic", { eventSelectors: [{ dataResources: [dataOfBuckets] }] }],
    [
      "advanced",
      {
        advancedEventSelectors: [
          { fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
          { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
        ],
      },
    ],
  ])("is data events that %s selectors ask for", (_, inputs) => {
    // 20 × $0.10.
    expect(lines(billed([trail(inputs)], events))).toEqual(["cloudtrail-data-events 20 2"]);
  });

  it("is a further copy of management events", () => {
    const copy = trail({ region: "ca-central-1" }, "copy");
    const bill = billed([trail({ isMultiRegionTrail: true }), copy], events);
    // 1.5 × $2.00.
    expect(lines(bill)).toEqual(["cloudtrail-management-copies 1.5 3"]);
  });

  it.each<[string, PropertyMap]>([
    ["of another region", { region: "ca-central-1" }],
    ["that records data alone", { eventSelectors: [{ includeManagementEvents: false }] }],
    ["that is off", { enableLogging: false }],
  ])("is no copy for a second trail %s", (_, inputs) => {
    expect(lines(billed([trail(), trail(inputs, "other")], events))).toEqual([]);
  });

  it("is events analysed for each kind of Insights", () => {
    const insightSelectors = [
      { insightType: "ApiCallRateInsight" },
      { insightType: "ApiErrorRateInsight" },
    ];
    // 1.5 × $0.35 = 0.525, twice.
    expect(lines(billed([trail({ insightSelectors })], events))).toEqual([
      "cloudtrail-insights 1.5 0.525",
      "cloudtrail-insights 1.5 0.525",
    ]);
  });

  it("is not told while its selectors are not known", () => {
    expect(unpriced(billed([trail({ eventSelectors: UNKNOWN })]))).toEqual([
      "eventSelectors is not known before the update",
    ]);
  });
});

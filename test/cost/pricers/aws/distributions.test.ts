import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, total, unpriced } from "./bill";

/* https://aws.amazon.com/cloudfront/pricing/ */

const distribution = (name = "cdn", inputs: PropertyMap = { priceClass: "PriceClass_100" }) =>
  declared("aws:cloudfront/distribution:Distribution", name, inputs);
const served = (gigabytes: number, requests = 0) => ({
  usage: { "storage.distributionGb": gigabytes, "storage.distributionRequests": requests },
});

describe("the price of distributions", () => {
  it.each([
    // The first terabyte is free.
    [1024, "0"],
    // 100 GB × $0.085.
    [1124, "8.5"],
  ])("is what they send beyond a terabyte: %i GB", (gigabytes, expected) => {
    expect(total(billed([distribution()], served(gigabytes)))).toBe(expected);
  });

  it.each([
    [10_000_000, "0"],
    // 100 × 10,000 at $0.01.
    [11_000_000, "1"],
  ])("and what they are asked beyond ten million: %i", (requests, expected) => {
    expect(total(billed([distribution()], served(0, requests)))).toBe(expected);
  });

  it("shares use and what is free between all of them", () => {
    const both = [distribution("one"), distribution("other")];
    expect(total(billed(both, served(1124, 10_000_000)))).toBe("8.5");
  });

  it("is not told while it is not known where they answer from", () => {
    const bill = billed([distribution("cdn", { priceClass: UNKNOWN })]);
    expect(unpriced(bill)).toEqual(["priceClass is not known before the update"]);
  });

  it("is nothing for their settings", () => {
    const parts = [
      declared("aws:cloudfront/originAccessControl:OriginAccessControl", "control"),
      declared("aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", "headers"),
    ];
    expect(free(billed(parts))).toHaveLength(2);
  });
});

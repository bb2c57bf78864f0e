import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, several, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/route53/pricing/ */

const zone = (name = "zone") => declared("aws:route53/zone:Zone", name, {});
const record = (name: string, inputs: PropertyMap = { records: ["192.0.2.1"] }) =>
  declared("aws:route53/record:Record", name, inputs);
const asked = (queries: number) => ({ usage: { "dns.queries": queries } });

describe("the price of zones", () => {
  it.each([
    // 25 × $0.50.
    [25, "12.5"],
    // And one more at $0.10.
    [26, "12.6"],
  ])("falls beyond 25: %i", (count, expected) => {
    expect(total(billed(several(count, zone)))).toBe(expected);
  });
});

describe("the price of queries", () => {
  it.each([
    // 1 million × $0.40.
    [1_000_000, "0.4"],
    // 1,000 million × $0.40.
    [1_000_000_000, "400"],
    // And 0.01 million at $0.20.
    [1_000_010_000, "400.002"],
  ])("falls beyond a billion: %i", (queries, expected) => {
    expect(total(billed([record("www")], asked(queries)))).toBe(expected);
  });

  it("rests on how a name is routed", () => {
    const fast = record("fast", { latencyRoutingPolicies: [{ region: "us-east-1" }] });
    const local = record("local", { geolocationRoutingPolicies: [{ country: "CA" }] });
    // A third of 3 million each: $0.60 + $0.70 + $0.40.
    expect(total(billed([fast, local, record("www")], asked(3_000_000)))).toBe("1.7");
  });

  it("is nothing for an alias to AWS, which takes no part of the others'", () => {
    const alias = record("alias", { aliases: [{ name: "d1.cloudfront.net" }] });
    const bill = billed([alias, record("www")], asked(1_000_000));
    expect([total(bill), ...free(bill)]).toEqual(["0.4", "queries for an alias to AWS"]);
  });

  it("is not told where it is not known whether a record is an alias", () => {
    expect(unpriced(billed([record("www", { aliases: UNKNOWN })]))).toEqual([
      "aliases is not known before the update",
    ]);
  });
});

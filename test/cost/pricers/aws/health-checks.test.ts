import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, several, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/route53/pricing/ */

const check = (inputs: PropertyMap, name = "check") =>
  declared("aws:route53/healthCheck:HealthCheck", name, { requestInterval: 30, ...inputs });
const outside = { fqdn: "app.example.com" };
const atAws = { fqdn: "d1.cloudfront.net" };

describe("the price of a health check", () => {
  it.each<[string, PropertyMap, string]>([
    ["HTTP outside AWS: $0.75", { type: "HTTP", ...outside }, "0.75"],
    ["HTTPS outside AWS: 0.75 + 2", { type: "HTTPS", ...outside }, "2.75"],
    [
      "with text, every 10 s: 0.75 + 3 × 2",
      { type: "HTTPS_STR_MATCH", requestInterval: 10, ...outside },
      "6.75",
    ],
    ["with latency: 0.75 + 2 × 2", { type: "HTTPS", measureLatency: true, ...outside }, "4.75"],
    ["by address: 0.75", { type: "TCP", ipAddress: "192.0.2.1" }, "0.75"],
    ["at AWS: 0.50 that is one of the 50 free ones", { type: "HTTP", ...atAws }, "0"],
    ["HTTPS at AWS: 0.50 free, and 1 for the option", { type: "HTTPS", ...atAws }, "1"],
    ["of other checks: 0.50", { type: "CALCULATED", childHealthchecks: ["a"] }, "0.5"],
    ["of an alarm: 0.50", { type: "CLOUDWATCH_METRIC" }, "0.5"],
  ])("%s", (_, inputs, expected) => {
    expect(total(billed([check(inputs)]))).toBe(expected);
  });

  it.each([
    // 50 × $0.50, all free.
    [50, "0"],
    // The 51st.
    [51, "0.5"],
  ])("leaves 50 of endpoints at AWS free: %i", (count, expected) => {
    const checks = several(count, (name) => check({ type: "HTTP", ...atAws }, name));
    expect(total(billed(checks))).toBe(expected);
  });

  it("finds an endpoint at AWS by the stack's own records", () => {
    const www = declared("aws:route53/record:Record", "www", {
      name: "app.example.com",
      records: ["d1.cloudfront.net"],
    });
    const bill = billed([check({ type: "HTTPS", ...outside }), www], {
      usage: { "dns.queries": 0 },
    });
    // $0.50 that is free, and $1 for HTTPS.
    expect(total(bill)).toBe("1");
  });

  it.each<[string, PropertyMap]>([
    ["known", { records: ["d-1.example.net"] }],
    ["not known before the update", { records: UNKNOWN }],
    ["empty without an engine", { records: [""] }],
  ])("finds it by the record of a name that AWS gives, which is %s", (_, inputs) => {
    const domain = declared("aws:apigatewayv2/domainName:DomainName", "domain");
    const record = {
      ...declared("aws:route53/record:Record", "app", { name: "app.example.com", ...inputs }),
      propertyDependencies: { records: [domain.urn] },
    };
    const lines = billed([check({ type: "HTTPS", ...outside }), record, domain]).lines;
    expect(lines.map(({ price }) => price.sku)).toContain("route53-health-check-option-aws");
  });

  it("finds it by what its host was computed from", () => {
    const intake = declared("aws:lambda/functionUrl:FunctionUrl", "intake");
    const computed = {
      ...check({ type: "HTTPS", fqdn: UNKNOWN }),
      propertyDependencies: { fqdn: [intake.urn] },
    };
    const lines = billed([computed, intake]).lines.map(({ price }) => price.sku);
    expect(lines).toContain("route53-health-check-option-aws");
  });

  it.each(["fqdn", "type", "requestInterval", "measureLatency"])(
    "is not told where %s is not known",
    (input) => {
      const inputs = { type: "HTTPS", ...outside, [input]: UNKNOWN };
      expect(unpriced(billed([check(inputs)]))).toEqual([
        `${input} is not known before the update`,
      ]);
    },
  );
});

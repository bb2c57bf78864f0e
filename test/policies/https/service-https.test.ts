import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value } from "../../../core/value";
import { serviceHttps as rule } from "../../../policies/rules/https/service-https";
import { brief, judge, resource } from "../support/stack";

const ask = (env: Value) =>
  judge(rule, [resource(tokens.containerService, "services", { services: { hub: { env } } })]);

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["https://api.example.com", "wss://api.example.com"])("accepts %s", (url) => {
    expect(ask({ API: url }).map(({ state }) => state)).toEqual(["pass"]);
  });

  it.each([
    ["http://api.example.com", "http://"],
    ["ws://api.example.com", "ws://"],
  ])("reports %s without quoting it", (url, scheme) => {
    expect(brief(ask({ API: url }))).toEqual([
      `fail services: services.hub.env.API: found ${scheme}, wanted https:// or wss://`,
    ]);
    expect(ask({ API: url })[0]?.input).toBe("services.hub.env.API");
  });

  it("leaves this machine and text that is no address alone", () => {
    expect(brief(ask({ METRICS: "http://localhost:9090", NODE_ENV: "production" }))).toEqual([
      "not-applicable groundwork-prod: nothing in the stack that this rule judges",
    ]);
  });

  it("cannot tell when an address is unknown", () => {
    expect(brief(ask({ API_URL: UNKNOWN }))[0]).toMatch(
      /^unknown services: services\.hub\.env\.API_URL: not known/,
    );
  });
});

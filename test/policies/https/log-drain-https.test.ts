import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { logDrainHttps as rule } from "../../../policies/rules/https/log-drain-https";
import { brief, judge, resource } from "../support/stack";

const ask = (endpoint?: Value) =>
  judge(rule, [
    resource(providerTypes.vercelLogDrain, "drain", endpoint === undefined ? {} : { endpoint }),
  ]);

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts HTTPS, whatever the case of its letters", () => {
    expect(ask("https://logs.example.com/in")[0]?.state).toBe("pass");
    expect(ask(" HTTPS://logs.example.com")[0]?.state).toBe("pass");
  });

  it.each([
    ["http://logs.example.com/in?token=abc", "http://"],
    ["ws://logs.example.com", "ws://"],
    ["ftp://logs.example.com", "ftp://"],
  ])("reports %s without quoting it", (endpoint, scheme) => {
    expect(brief(ask(endpoint))).toEqual([
      `fail drain: endpoint: found ${scheme}, wanted https://`,
    ]);
    expect(JSON.stringify(ask(endpoint))).not.toContain("logs.example.com");
    expect(ask(endpoint)[0]).toMatchObject({ input: "logDrain.endpoint", level: "mandatory" });
  });

  it.each(["http://localhost:3000", "http://127.0.0.1/in"])("leaves %s alone", (endpoint) => {
    expect(brief(ask(endpoint))).toEqual(["not-applicable drain: endpoint leads to this machine"]);
  });

  it.each([undefined, "", "/api/logs", 7])("has no ground where %s stands", (endpoint) => {
    expect(brief(ask(endpoint))).toEqual(["not-applicable drain: endpoint holds no address"]);
  });

  it("judges what only looks like an address by its scheme", () => {
    expect(ask("http://")[0]?.state).toBe("fail");
  });

  it("cannot tell when the address is unknown", () => {
    expect(brief(ask(UNKNOWN))).toEqual([
      "unknown drain: endpoint: not known before the update, wanted https://; give it a plain value, not the output of another resource",
    ]);
  });
});

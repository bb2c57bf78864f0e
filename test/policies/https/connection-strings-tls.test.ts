import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { connectionStringsTls as rule } from "../../../policies/rules/https/connection-strings-tls";
import { hostedSite } from "../support/hosted";
import { brief, judge, resource } from "../support/stack";

const ask = (value: Value) =>
  judge(rule, [resource(providerTypes.vercelVariable, "web-DB", { key: "DB", value })]);
const nothing = ["not-applicable groundwork-prod: nothing in the stack that this rule judges"];

describe(`${rule.id}: ${rule.title}`, () => {
  it.each([
    "postgres://app:hunter2@db.example.com/app?sslmode=require",
    "postgresql://db.example.com/app?sslmode=verify-full",
    "postgresql://db.example.com/app",
    "rediss://cache.example.com:6380",
    "amqps://queue.example.com",
  ])("accepts %s", (value) => {
    expect(ask(value).map(({ state }) => state)).toEqual(["pass"]);
  });

  it.each(["disable", "allow", "prefer"])(
    "reports sslmode=%s without quoting the string",
    (mode) => {
      const results = ask(`postgres://app:hunter2@db.example.com/app?sslmode=${mode}`);
      expect(brief(results)).toEqual([
        `fail web-DB: value: found postgres:// with sslmode=${mode}, wanted TLS required`,
      ]);
      expect(JSON.stringify(results)).not.toContain("hunter2");
      expect(results[0]?.input).toBe("variables.DB");
    },
  );

  it.each(["redis", "amqp", "mqtt", "ldap", "ftp", "smtp"])("reports %s://", (scheme) => {
    expect(brief(ask(` ${scheme}://user:pass@host.example.com `))).toEqual([
      `fail web-DB: value: found ${scheme}:// without TLS, wanted TLS required`,
    ]);
  });

  it("finds strings in lists and maps", () => {
    const list = resource("aws:x/y:Z", "z", { secrets: [{ value: "redis://c.example.com" }] });
    expect(judge(rule, [list])[0]).toMatchObject({
      state: "fail",
      property: "secrets[0].value",
    });
    expect(judge(rule, [list])[0]).not.toHaveProperty("input");
  });

  it.each<Value>([
    "redis://localhost:6379",
    "redis://127.0.0.1",
    "redis:",
    "https://example.com",
    "the cache is redis://cache.example.com for now",
    "redis",
    UNKNOWN,
    7,
    null,
  ])("leaves %s alone", (value) => {
    expect(brief(ask(value))).toEqual(nothing);
  });

  it("judges variables of a site on another host", () => {
    const plain = ["redis", "//cache.example.com:6379"].join(":");
    const site = hostedSite({ variables: { CACHE: { secret: false, value: plain } } });
    expect(judge(rule, [site])).toMatchObject([
      { state: "fail", property: "variables.CACHE.value", input: "variables.CACHE" },
    ]);
  });
});

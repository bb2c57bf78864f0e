import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { redirectsHttps as rule } from "../../../policies/rules/https/redirects-https";
import { brief, headersRoute, judge } from "../support/stack";

const ask = (dest: Value) => brief(judge(rule, [headersRoute({ route: { dest } })]));

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts HTTPS", () => {
    expect(ask("https://docs.example.com/$1")).toEqual([`pass web-headers: ${rule.title}`]);
  });

  it("reports a plain address", () => {
    expect(ask("http://docs.example.com")).toEqual([
      "fail web-headers: route.dest: found http://, wanted https://",
    ]);
  });

  it("leaves paths and this machine alone", () => {
    expect(ask("/cn")).toEqual(["not-applicable web-headers: route.dest holds no address"]);
    expect(ask("http://localhost:3000/x")).toEqual([
      "not-applicable web-headers: route.dest leads to this machine",
    ]);
  });

  it("has no ground in a route that sends nobody on", () => {
    expect(brief(judge(rule, [headersRoute()]))).toEqual([
      "not-applicable web-headers: route.dest holds no address",
    ]);
  });

  it("cannot tell when the destination is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown web-headers: route\.dest: not known/);
  });
});

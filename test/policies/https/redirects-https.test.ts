import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { redirectsHttps as rule } from "../../../policies/rules/https/redirects-https";
import { hostedSite } from "../support/hosted";
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

  // Requirement: HOST-14, HOST-15, HOST-16
  it("asks the same of redirects of a site on another host", () => {
    const redirect = (destination: Value): PropertyMap => ({ role: "redirect-china", destination });
    const site = (...redirects: PropertyMap[]) => judge(rule, [hostedSite({ redirects })]);
    expect(site(redirect("http://docs.example.com"))).toMatchObject([
      {
        state: "fail",
        property: "redirects[0].destination",
        input: "redirects.china.destination",
        found: "http://",
      },
    ]);
    expect(site(redirect("https://docs.example.com"), redirect("/cn"))).toMatchObject([
      { state: "not-applicable" },
      { state: "pass" },
    ]);
    expect(site(redirect(UNKNOWN))).toMatchObject([{ state: "unknown" }]);
  });
});

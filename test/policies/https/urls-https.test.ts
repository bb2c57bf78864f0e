import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { urlsHttps as rule } from "../../../policies/rules/https/urls-https";
import { hostedSite } from "../support/hosted";
import { judge, places, resource } from "../support/stack";

const variable = (value: PropertyMap[string], key = "API_URL") =>
  resource(providerTypes.vercelVariable, `web-${key}`, { key, value });
const hook = (inputs: PropertyMap) => resource("vercel:index/alias:Alias", "hook", inputs);

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for an https address", () => {
    expect(places(judge(rule, [variable("https://api.example.com")]))).toEqual([
      "pass web-API_URL value",
    ]);
  });

  it("reports a plain address, in full and without the address", () => {
    expect(judge(rule, [variable("http://user:hunter2@api.example.com/x")])).toEqual([
      {
        rule: "urls-https",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable::web-API_URL",
        level: "mandatory",
        severity: "high",
        message: "value: found http://, wanted https:// or wss://",
        property: "value",
        input: "variables.API_URL",
        found: "http://",
        wanted: "https:// or wss://",
      },
    ]);
  });

  it.each([
    "HTTP://api.example.com",
    "ws://api.example.com",
    "http://10.0.0.1:8080",
    "http://localhost.example.com",
  ])("reports %s", (address) => {
    expect(judge(rule, [variable(address)])[0]?.state).toBe("fail");
  });

  it.each([
    "http://localhost:3000",
    "http://app.localhost",
    "http://127.0.0.1:54321/rest",
    "http://[::1]:3000",
    "see http://example.com for more",
    "http://www.w3.org/2000/svg",
    "http",
    "postgres://db.example.com",
    "max-age=1",
    "",
  ])("leaves %s alone", (text) => {
    expect(judge(rule, [variable(text)])[0]?.state).toBe("not-applicable");
  });

  it("looks into lists, maps and JSON text", () => {
    const results = judge(rule, [
      hook({
        targets: ["https://a.example.com", { deep: "http://b.example.com" }],
        auth: JSON.stringify({ site_url: "http://c.example.com" }),
      }),
    ]);
    expect(places(results)).toEqual([
      "fail hook auth.site_url",
      "pass hook targets[0]",
      "fail hook targets[1].deep",
    ]);
  });

  it("reports a list of addresses when one of them is plain", () => {
    expect(
      judge(rule, [hook({ allow: "https://a.example.com,http://b.example.com" })])[0]?.state,
    ).toBe("fail");
  });

  it("judges what providers manage, not the component above it", () => {
    const component = resource("groundwork:hosting:HostingProject", "web", {
      variables: { API_URL: "http://api.example.com" },
    });
    expect(judge(rule, [component])[0]?.state).toBe("not-applicable");
  });

  it("leaves an address to the rule that is about it alone", () => {
    const plain = { endpoint: "http://logs.example.com" };
    const drain = resource(providerTypes.vercelLogDrain, "drain", plain);
    expect(judge(rule, [drain])[0]?.state).toBe("not-applicable");
  });

  it("cannot tell when a property that names an address is unknown", () => {
    expect(places(judge(rule, [hook({ endpoint: UNKNOWN, id: UNKNOWN })]))).toEqual([
      "unknown hook endpoint",
    ]);
  });

  it("has nothing to judge where no address is declared", () => {
    expect(judge(rule, [hook({ id: UNKNOWN })])[0]?.state).toBe("not-applicable");
  });

  // Requirement: HOST-14, HOST-15, HOST-16
  it("judges variables of a site on another host, and leaves its redirects to their rule", () => {
    const site = hostedSite({
      variables: { API_URL: { secret: false, value: "http://api.example.com" } },
      redirects: [{ role: "redirect-old", destination: "http://old.example.com" }],
    });
    expect(judge(rule, [site])).toMatchObject([
      { state: "fail", property: "variables.API_URL.value", input: "variables.API_URL" },
    ]);
  });
});

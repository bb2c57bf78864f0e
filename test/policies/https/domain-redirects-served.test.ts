import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { domainRedirectsServed as rule } from "../../../policies/rules/https/domain-redirects-served";
import { hostedSite } from "../support/hosted";
import { brief, judge, resource } from "../support/stack";

const domain = (name: string, inputs: PropertyMap) =>
  resource(providerTypes.vercelDomain, name, inputs);
const app = domain("app", { domain: "app.example.com" });
const www = (redirect: PropertyMap["redirect"]) =>
  domain("www", { domain: "www.example.com", redirect });
const ask = (...domains: ReturnType<typeof domain>[]) =>
  brief(judge(rule, domains)).filter((line) => !line.includes(" app:"));

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a host that the stack serves, whatever the case of its letters", () => {
    expect(ask(app, www("App.Example.com"))).toEqual([`pass www: ${rule.title}`]);
  });

  it("reports a host that the stack does not serve", () => {
    expect(ask(app, www("elsewhere.example.net"))).toEqual([
      "fail www: redirect: found elsewhere.example.net, wanted a host of the stack that serves the app",
    ]);
    const [result] = judge(rule, [app, www("elsewhere.example.net")]).filter(
      ({ state }) => state === "fail",
    );
    expect(result?.input).toBe('domains["www.example.com"].redirect');
  });

  it("reports a host that redirects itself", () => {
    const old = domain("old", { domain: "old.example.com", redirect: "www.example.com" });
    expect(ask(app, www("app.example.com"), old)).toEqual([
      "fail old: redirect: found www.example.com, wanted a host of the stack that serves the app",
      `pass www: ${rule.title}`,
    ]);
  });

  it("leaves hosts that serve alone", () => {
    expect(brief(judge(rule, [app]))).toEqual(["not-applicable app: the host does not redirect"]);
  });

  it("cannot tell while the redirect, or what other hosts do, is unknown", () => {
    expect(ask(app, www(UNKNOWN))[0]).toMatch(/^unknown www: redirect: not known/);
    const open = domain("open", { domain: UNKNOWN });
    expect(ask(open, www("x.example.com"))).toContainEqual(
      expect.stringMatching(/^unknown www: redirect: not known/),
    );
    const maybe = domain("maybe", { domain: "x.example.com", redirect: UNKNOWN });
    expect(ask(maybe, www("x.example.com"))).toContainEqual(
      expect.stringMatching(/^unknown www: redirect: not known/),
    );
    expect(ask(app, open, www("app.example.com"))).toContain(`pass www: ${rule.title}`);
  });

  it("judges a redirect of a host that is not known by name", () => {
    const nameless = domain("nameless", { redirect: "app.example.com" });
    const [result] = judge(rule, [app, nameless]).filter(({ urn }) => urn.endsWith("::nameless"));
    expect(result).toMatchObject({ state: "pass" });
    expect(result).not.toHaveProperty("input");
  });

  it("asks the same of a site on another host", () => {
    const site = (redirect: string) =>
      hostedSite({ domains: { "app.example.com": {}, "www.example.com": { redirect } } });
    const answer = (redirect: string) => judge(rule, [site(redirect)])[1];
    expect(answer("app.example.com")).toMatchObject({ state: "pass" });
    expect(answer("old.example.com")).toMatchObject({
      state: "fail",
      property: 'domains["www.example.com"].redirect',
      input: 'domains["www.example.com"].redirect',
      found: "old.example.com",
    });
  });
});

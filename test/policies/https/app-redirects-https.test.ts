import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { appRedirectsHttps as rule } from "../../../policies/rules/https/app-redirects-https";
import { brief, judge, resource } from "../support/stack";

const app = (rules: Value) => {
  const spec: PropertyMap = { ingress: { rules } };
  return brief(judge(rule, [resource(providerTypes.digitaloceanApp, "app", { spec })]));
};
const redirect = (scheme?: Value) =>
  app([{ component: { name: "web" } }, { redirect: { authority: "a.example.com", scheme } }]);

// Requirement: HDR-09, HOST-16
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts HTTPS, which is what App Platform takes where nothing is said", () => {
    expect(redirect("https")).toEqual([`pass app: ${rule.title}`]);
    expect(redirect()).toEqual([`pass app: ${rule.title}`]);
  });

  it("reports plain HTTP", () => {
    expect(redirect("http")).toEqual([
      "fail app: spec.ingress.rules[1].redirect.scheme: found http, wanted https",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(redirect(UNKNOWN)[0]).toMatch(/^unknown/);
    expect(app(UNKNOWN)[0]).toMatch(/^unknown/);
  });

  it("has no ground where the app redirects nobody, or there is none", () => {
    expect(app([{ component: { name: "web" } }])).toEqual([
      "not-applicable app: the app redirects nobody",
    ]);
    expect(judge(rule, []).map(({ state }) => state)).toEqual(["not-applicable"]);
  });
});

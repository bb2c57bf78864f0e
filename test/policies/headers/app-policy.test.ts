import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import type { Rule } from "../../../policies/rule";
import { cspFrameAncestors } from "../../../policies/rules/headers/csp-frame-ancestors";
import { cspNoUnsafe } from "../../../policies/rules/headers/csp-no-unsafe";
import { cspPresent } from "../../../policies/rules/headers/csp-present";
import { brief, headersRoute, headersWith, judge, resource, vercelProject } from "../support/stack";

const strict =
  "default-src 'self'; script-src 'nonce-eachresponse' 'strict-dynamic'; object-src 'none'; " +
  "base-uri 'self'; frame-ancestors 'none'";

/** A stack whose route sends no policy, and whose hosting component says this about its app's. */
const stackWith = (csp: PropertyMap | Value) => {
  const component = resource(tokens.hostingProject, "web", {
    headers: { contentSecurityPolicy: csp },
  });
  const project = { ...vercelProject, parent: component.urn };
  const headers = headersWith("Content-Security-Policy");
  return [component, project, headersRoute({ headers, project })];
};
const states = (rule: Rule, csp: PropertyMap | Value) =>
  judge(rule, stackWith(csp)).map(({ state, property }) => [state, property]);

describe("a Content-Security-Policy that the app is declared to send", () => {
  const property = "headers.contentSecurityPolicy.policy";

  it.each([cspPresent, cspNoUnsafe, cspFrameAncestors])("is judged by $id", (rule) => {
    const results = judge(rule, stackWith({ owner: "app", policy: strict }));
    expect(results.filter(({ state }) => state === "fail")).toEqual([]);
    expect(results.filter(({ state }) => state === "pass").map((it) => it.property)).toEqual([
      property,
    ]);
  });

  it("may carry a nonce, which the app makes anew, and no unsafe source", () => {
    const policy = `${strict}; style-src 'unsafe-inline'`;
    const results = judge(cspNoUnsafe, stackWith({ owner: "app", policy }));
    expect(
      results.filter(({ state }) => state === "fail").map((it) => [it.input, it.found]),
    ).toEqual([["headers.contentSecurityPolicy.directives.style-src", "'unsafe-inline'"]]);
  });

  it("must say who may frame the page", () => {
    const policy = "default-src 'self'; object-src 'none'";
    expect(states(cspFrameAncestors, { owner: "app", policy })).toContainEqual(["fail", property]);
  });

  it("must have a text", () => {
    expect(states(cspPresent, { owner: "app" })).toEqual([["fail", property]]);
  });

  it("is unknown when its text or its owner is", () => {
    expect(states(cspPresent, { owner: "app", policy: UNKNOWN })).toEqual([["unknown", property]]);
    expect(states(cspPresent, { owner: UNKNOWN })).toEqual([
      ["unknown", "headers.contentSecurityPolicy.owner"],
    ]);
  });

  it.each([{ owner: "route" }, {}, false])("is not there for %j", (csp) => {
    expect(brief(judge(cspPresent, stackWith(csp)))).toEqual([
      "fail web-headers: route.headers.Content-Security-Policy: found nothing, wanted the header on every path",
    ]);
  });

  it("does not stand in for the policy of another component's project", () => {
    const [component, , route] = stackWith({ owner: "app", policy: strict });
    const results = judge(cspPresent, [component!, vercelProject, route!]);
    expect(results.map(({ state }) => state).sort()).toEqual(["fail", "pass"]);
  });
});

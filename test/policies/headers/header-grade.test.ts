import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { headerGrade as rule } from "../../../policies/rules/headers/header-grade";
import {
  brief,
  compliantHeaders,
  headersRoute,
  headersWith,
  judge,
  profile,
  removal,
  resource,
  type RouteChange,
  vercelProject,
} from "../support/stack";

const ask = (change: RouteChange = {}, tier = "prod") =>
  brief(judge(rule, [profile({ tier }), vercelProject, headersRoute(change)], { stack: tier }));
const good = [`pass web-headers: ${rule.title}`];
const withoutHsts = headersWith("Strict-Transport-Security");

// Requirement: HDR-10
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts the headers of a compliant stack, in every tier", () => {
    for (const tier of ["dev", "staging", "prod"]) expect(ask({}, tier)).toEqual(good);
  });

  it("says grade, points and what takes them away", () => {
    expect(ask({ headers: withoutHsts })).toEqual([
      "fail web-headers: route.headers: found B+, 80 points (Strict-Transport-Security -20), wanted A+, 100 points or more",
    ]);
  });

  it.each([
    ["dev", "pass"],
    ["staging", "fail"],
    ["prod", "fail"],
  ])("80 points are in %s a %s", (tier, state) => {
    expect(ask({ headers: withoutHsts }, tier)[0]).toMatch(new RegExp(`^${state}`));
  });

  it("holds at exactly the points that the stack asks for, and not with one less", () => {
    const asked = (minScore: number) => {
      const rules = { [rule.id]: { minScore } };
      const route = headersRoute({ headers: withoutHsts });
      const stack = [profile({ tier: "dev", rules }), vercelProject, route];
      return judge(rule, stack, { stack: "dev" })[0];
    };
    expect(asked(80)).toMatchObject({ state: "pass", found: "B+, 80 points", input: "headers" });
    expect(asked(81)?.state).toBe("fail");
  });

  it("counts no header that a route takes away on every path", () => {
    const without = (src: string) => {
      const route = { src, headers: {}, transforms: [removal("strict-transport-security")] };
      const other = headersRoute({ name: "other", route });
      return brief(judge(rule, [vercelProject, headersRoute(), other]))[0];
    };
    expect(without("/(.*)")).toMatch(/found B\+, 80 points \(Strict-Transport-Security -20\)/);
    expect(without("/docs")).toMatch(/^pass/);
  });

  it("says everything that takes points away", () => {
    const bare = { headers: { "X-Content-Type-Options": "nosniff" } };
    expect(ask(bare)[0]).toMatch(/\((?:[A-Z][\w-]* -\d+, )+[A-Z][\w-]* -\d+\), wanted/);
  });

  it("counts no header of a route for some paths only", () => {
    const [line] = ask({ route: { src: "/docs" } });
    expect(line).toMatch(/^fail web: route\.headers: found D, 30 points/);
    const readings = ["no map", 7, { "X-Frame-Options": 7 }] as PropertyMap["x"][];
    for (const headers of readings) {
      expect(ask({ route: { headers } })[0]).toMatch(/found D, 30 points/);
    }
  });

  it("counts the policy that the app sends itself", () => {
    const route = headersRoute({ headers: headersWith("Content-Security-Policy") });
    const csp = { owner: "app", policy: compliantHeaders["Content-Security-Policy"] };
    const web = (policy: PropertyMap) =>
      resource(tokens.hostingProject, "app", { headers: { contentSecurityPolicy: policy } });
    const judged = (policy: PropertyMap) =>
      judge(rule, [{ ...vercelProject, parent: web(policy).urn }, web(policy), route])[0]?.state;
    expect(judged(csp)).toBe("pass");
    expect(judged({ ...csp, owner: "route" })).toBe("fail");
    expect(judged({ ...csp, policy: UNKNOWN })).toBe("unknown");
  });

  it("cannot tell when a header, the map or the reach of a route is unknown", () => {
    const unknown = /^unknown web-headers: route\.headers: not known/;
    expect(ask({ headers: UNKNOWN })[0]).toMatch(unknown);
    expect(ask({ headers: { ...compliantHeaders, "X-Frame-Options": UNKNOWN } })[0]).toMatch(
      unknown,
    );
    expect(ask({ route: { src: UNKNOWN } })[0]).toMatch(/^unknown web: route\.headers/);
    expect(ask({ route: { src: UNKNOWN, headers: undefined } })[0]).toMatch(/^fail web:/);
  });

  it("has no ground without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});

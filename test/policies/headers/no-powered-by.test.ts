import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { noPoweredBy as rule } from "../../../policies/rules/headers/no-powered-by";
import {
  brief,
  headersRoute,
  judge,
  places,
  removal,
  vercelProject,
  compliantHeaders,
} from "../support/stack";

const withTransforms = (transforms: readonly ReturnType<typeof removal>[], src = "/(.*)") => [
  vercelProject,
  headersRoute({ route: { transforms, src } }),
];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when a route on every path deletes the header", () => {
    expect(places(judge(rule, [vercelProject, headersRoute()]))).toEqual([
      "pass web-headers route.transforms",
    ]);
  });

  it("reads the header's name in any case", () => {
    expect(judge(rule, withTransforms([removal("x-powered-by")]))[0]?.state).toBe("pass");
  });

  it("reports a project that does not delete the header, in full", () => {
    expect(judge(rule, withTransforms([]))).toEqual([
      {
        rule: "no-powered-by",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
        level: "mandatory",
        severity: "low",
        message:
          "route.transforms: found nothing, wanted a transform that deletes X-Powered-By on every path",
        property: "route.transforms",
        input: "headers.remove",
        found: null,
        wanted: "a transform that deletes X-Powered-By on every path",
      },
    ]);
  });

  it("reports the project when it has no route at all", () => {
    expect(places(judge(rule, [vercelProject]))).toEqual(["fail web route.transforms"]);
  });

  it("reports a deletion on some paths only", () => {
    const results = judge(rule, withTransforms([removal("X-Powered-By")], "/api/(.*)"));
    expect(places(results)).toEqual(["fail web route.transforms"]);
  });

  it("does not take a transform of the request for one of the response", () => {
    const request = { ...removal("X-Powered-By"), type: "request.headers" };
    expect(judge(rule, withTransforms([request]))[0]?.state).toBe("fail");
  });

  it("reports a route that sends the header", () => {
    const headers = { ...compliantHeaders, "x-powered-by": "Next.js" };
    expect(brief(judge(rule, [vercelProject, headersRoute({ headers })]))).toContain(
      "fail web-headers: route.headers.x-powered-by: found X-Powered-By sent, wanted no X-Powered-By",
    );
  });

  it("cannot tell when the transforms, one's target or the source are unknown", () => {
    const states = (route: ReturnType<typeof headersRoute>) =>
      judge(rule, [vercelProject, route]).map(({ state }) => state);
    expect(states(headersRoute({ route: { transforms: UNKNOWN } }))).toEqual(["unknown"]);
    const target: PropertyMap = { ...removal("X-Powered-By"), target: UNKNOWN };
    expect(states(headersRoute({ route: { transforms: [target] } }))).toEqual(["unknown"]);
    expect(states(headersRoute({ route: { src: UNKNOWN } }))).toEqual(["unknown"]);
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});

import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { hstsPresent as rule } from "../../../policies/rules/headers/hsts-present";
import {
  brief,
  compliantHeaders,
  headersRoute,
  headersWith,
  judge,
  places,
  removal,
  resource,
  vercelProject,
} from "../support/stack";

const header = "Strict-Transport-Security";
const compliant = () => [vercelProject, headersRoute()];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds when a route on every path sends the header", () => {
    expect(places(judge(rule, compliant()))).toEqual([`pass web-headers route.headers.${header}`]);
  });

  it("reports the route that should carry the header, in full", () => {
    const [result] = judge(rule, [vercelProject, headersRoute({ headers: headersWith(header) })]);
    expect(result).toEqual({
      rule: "hsts-present",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::vercel:index/projectRoute:ProjectRoute::web-headers",
      level: "mandatory",
      severity: "high",
      message:
        "route.headers.Strict-Transport-Security: found nothing, wanted the header on every path",
      property: "route.headers.Strict-Transport-Security",
      input: "headers.strictTransportSecurity",
      found: null,
      wanted: "the header on every path",
    });
  });

  it("reports the project when it has no route at all", () => {
    expect(brief(judge(rule, [vercelProject]))).toEqual([
      "fail web: found no ProjectRoute of this project that sends Strict-Transport-Security, wanted one on every path",
    ]);
  });

  it("reads the header's name in any case", () => {
    const headers = { "strict-TRANSPORT-security": "max-age=1" };
    expect(places(judge(rule, [vercelProject, headersRoute({ headers })]))).toEqual([
      "pass web-headers route.headers.strict-TRANSPORT-security",
    ]);
  });

  it("reports a header that only some paths carry", () => {
    const route = headersRoute({ route: { src: "/api/(.*)" } });
    expect(brief(judge(rule, [vercelProject, route]))).toContain(
      "fail web-headers: route.src: found /api/(.*), wanted a route without conditions that sends Strict-Transport-Security on every path",
    );
  });

  it("reports a header that only requests with a condition get", () => {
    const conditional = { has: [{ type: "host", value: "app.example.com" }] };
    const results = judge(rule, [vercelProject, headersRoute({ route: conditional })]);
    expect(places(results)).toContain("fail web-headers route.src");
  });

  it("reports a route that is switched off", () => {
    const results = judge(rule, [vercelProject, headersRoute({ inputs: { enabled: false } })]);
    expect(places(results)).toContain("fail web-headers route.src");
  });

  it("reports an empty value", () => {
    const headers = headersWith(header, " ");
    expect(places(judge(rule, [vercelProject, headersRoute({ headers })]))).toEqual([
      `fail web-headers route.headers.${header}`,
    ]);
  });

  it("reports a second route that takes the header away again", () => {
    const eraser = headersRoute({
      name: "eraser",
      headers: {},
      route: { transforms: [removal("strict-transport-security")] },
    });
    expect(brief(judge(rule, [...compliant(), eraser]))).toEqual([
      "fail eraser: route.transforms[0]: found a transform that deletes it, wanted the header",
      `pass web-headers: ${rule.title}`,
    ]);
  });

  it("accepts a transform that sets the header", () => {
    const set = {
      type: "response.headers",
      op: "set",
      target: JSON.stringify({ key: header }),
      args: JSON.stringify("max-age=63072000"),
    };
    const route = headersRoute({ headers: {}, route: { transforms: [set] } });
    expect(places(judge(rule, [vercelProject, route]))).toEqual([
      "pass web-headers route.transforms[0]",
    ]);
  });

  it("does not take another project's route for this one's", () => {
    const other = resource(vercelProject.type, "other");
    const results = judge(rule, [...compliant(), other]);
    expect(places(results)).toEqual(["fail other -", `pass web-headers route.headers.${header}`]);
  });

  it("joins a route by the project's id when the program writes it down", () => {
    const project = { ...vercelProject, outputs: { id: "prj_1" } };
    const route = { ...headersRoute({ inputs: { projectId: "prj_1" } }), propertyDependencies: {} };
    expect(places(judge(rule, [project, route]))).toEqual([
      `pass web-headers route.headers.${header}`,
    ]);
    expect(places(judge(rule, [vercelProject, route]))).toContain("fail web -");
  });

  it("cannot tell when the value is unknown", () => {
    const headers: PropertyMap = { ...compliantHeaders, [header]: UNKNOWN };
    expect(brief(judge(rule, [vercelProject, headersRoute({ headers })]))).toEqual([
      "unknown web-headers: route.headers.Strict-Transport-Security: not known before the update, wanted the header; give it a plain value, not the output of another resource",
    ]);
  });

  it("cannot tell when all headers, the transforms or the source are unknown", () => {
    const unknownHeaders = headersRoute({ headers: UNKNOWN });
    expect(places(judge(rule, [vercelProject, unknownHeaders]))).toEqual([
      "unknown web-headers route.headers",
    ]);
    const unknownTransforms = headersRoute({ headers: {}, route: { transforms: UNKNOWN } });
    expect(places(judge(rule, [vercelProject, unknownTransforms]))).toEqual([
      "unknown web-headers route.transforms",
    ]);
    const unknownSource = headersRoute({ route: { src: UNKNOWN } });
    expect(places(judge(rule, [vercelProject, unknownSource]))).toContain(
      "unknown web-headers route.src",
    );
  });

  it("has nothing to judge in a stack without a Vercel project", () => {
    expect(brief(judge(rule, []))).toEqual([
      "not-applicable groundwork-prod: nothing in the stack that this rule judges",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { corsNotOpen as rule } from "../../../policies/rules/headers/cors-not-open";
import { brief, headersRoute, judge, removal, resource } from "../support/stack";

const allow = "Access-Control-Allow-Origin";
const route = (headers: PropertyMap, more: PropertyMap = {}) =>
  brief(judge(rule, [headersRoute({ headers, route: { transforms: [], ...more } })]));
const on = (type: string, inputs: PropertyMap) =>
  brief(judge(rule, [resource(type, "open", inputs)]));
const none = ["not-applicable groundwork-prod: nothing in the stack that this rule judges"];

// Requirement: HDR-08
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts an origin by name", () => {
    expect(route({ [allow]: "https://partner.example.com" })).toEqual([
      `pass web-headers: ${rule.title}`,
    ]);
  });

  it.each(["*", " * ", "null", "NULL", "https://*", "http://*"])("reports %j", (value) => {
    expect(route({ [allow.toLowerCase()]: value })).toEqual([
      `fail web-headers: route.headers.access-control-allow-origin: found ${value}, wanted origins by name`,
    ]);
  });

  it("says that credentials go along", () => {
    const credentials = { "Access-Control-Allow-Credentials": "True" };
    expect(route({ [allow]: "*", ...credentials })[0]).toContain("found * with credentials,");
    expect(route({ [allow]: "*", "Access-Control-Allow-Credentials": "false" })[0]).toContain(
      "found *,",
    );
    expect(route({ [allow]: "*", "Access-Control-Allow-Credentials": " true " })[0]).toContain(
      "found * with credentials,",
    );
    expect(route({ [allow]: "*", "Access-Control-Allow-Credentials": UNKNOWN })[0]).toContain(
      "found *,",
    );
  });

  it("leaves out what is taken away, and cannot tell what is unknown", () => {
    expect(route({}, { transforms: [removal(allow)] })).toEqual(none);
    expect(route({ [allow]: UNKNOWN })[0]).toMatch(/^unknown web-headers: route\.headers\./);
  });

  it.each<[string, (origins: Value) => PropertyMap, string]>([
    [
      providerTypes.awsBucketCors,
      (allowedOrigins) => ({ corsRules: [{ allowedOrigins }] }),
      "corsRules[0].allowedOrigins",
    ],
    [
      providerTypes.awsFunctionUrl,
      (allowOrigins) => ({ cors: { allowOrigins } }),
      "cors.allowOrigins",
    ],
    [
      providerTypes.awsHttpApi,
      (allowOrigins) => ({ corsConfiguration: { allowOrigins } }),
      "corsConfiguration.allowOrigins",
    ],
  ])("judges the lists of %s", (type, inputs, property) => {
    expect(on(type, inputs(["https://a.example"]))).toEqual([`pass open: ${rule.title}`]);
    expect(on(type, inputs(["https://a.example", "*"]))).toEqual([
      `fail open: ${property}: found *, wanted origins by name`,
    ]);
    const unknowns: Value[] = [[UNKNOWN], UNKNOWN];
    for (const open of unknowns) {
      expect(on(type, inputs(open))[0]).toContain(
        `unknown open: ${property}: not known before the update, wanted origins by name`,
      );
    }
    expect(on(type, inputs([UNKNOWN, "*"]))[0]).toMatch(/^fail open: /);
    expect(on(type, inputs("*"))[0]).toMatch(/^fail open: /);
    expect(on(type, {})).toEqual(none);
  });

  it("cannot tell about rules that are unknown", () => {
    expect(on(providerTypes.awsBucketCors, { corsRules: UNKNOWN })[0]).toMatch(
      /^unknown open: corsRules:/,
    );
    expect(on(providerTypes.awsBucketCors, { corsRules: "x" })).toEqual(none);
  });
});

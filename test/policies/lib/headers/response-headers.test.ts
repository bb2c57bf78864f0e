import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN, type Value } from "../../../../core/value";
import { headerStatements } from "../../../../policies/lib/headers/response-headers";
import { headersRoute } from "../../support/stack";

const transform = (changes: PropertyMap): PropertyMap => ({
  type: "response.headers",
  op: "set",
  target: JSON.stringify({ key: "x-frame-options" }),
  args: JSON.stringify("DENY"),
  ...changes,
});
const fromTransforms = (transforms: Value) =>
  headerStatements(headersRoute({ headers: {}, route: { transforms } }), "X-Frame-Options");
const fromHeaders = (headers: PropertyMap) =>
  headerStatements(headersRoute({ headers, route: { transforms: null } }), "X-Frame-Options");

describe("headerStatements", () => {
  it("finds every spelling of the name in the map", () => {
    expect(
      fromHeaders({ "X-Frame-Options": "DENY", "x-frame-options": "ALLOWALL", Other: "x" }),
    ).toEqual([
      { property: "route.headers.X-Frame-Options", says: { value: "DENY" } },
      { property: "route.headers.x-frame-options", says: { value: "ALLOWALL" } },
    ]);
  });

  it("keeps quiet about a header that is null", () => {
    expect(fromHeaders({ "X-Frame-Options": null })).toEqual([]);
  });

  it("takes a value that is no text as JSON", () => {
    expect(fromHeaders({ "X-Frame-Options": ["DENY"] })[0]?.says).toEqual({ value: '["DENY"]' });
  });

  it.each([
    ["set", { value: "DENY" }],
    ["append", { value: "DENY" }],
    ["delete", "removed"],
  ])("reads a transform that does %s", (op, says) => {
    expect(fromTransforms([transform({ op })])).toEqual([
      { property: "route.transforms[0]", says },
    ]);
  });

  it("reads a list of values, and text that is no JSON as it stands", () => {
    expect(fromTransforms([transform({ args: '["a","b"]' })])[0]?.says).toEqual({ value: "a, b" });
    expect(fromTransforms([transform({ args: "DENY" })])[0]?.says).toEqual({ value: "DENY" });
  });

  it.each([{ type: "request.headers" }, { target: '{"key":"x-other"}' }])(
    "passes over a transform with %j",
    (changes) => {
      expect(fromTransforms([transform(changes)])).toEqual([]);
    },
  );

  it.each([
    { type: UNKNOWN },
    { op: UNKNOWN },
    { target: UNKNOWN },
    { args: UNKNOWN },
    { target: "x-frame-options" },
    { target: '{"key":{"eq":"x-frame-options"}}' },
  ])("cannot tell what a transform does with %o", (changes) => {
    expect(fromTransforms([transform(changes as PropertyMap)])[0]?.says).toBe(UNKNOWN);
  });

  it("cannot tell when a transform, the transforms or the headers are unknown", () => {
    expect(fromTransforms([UNKNOWN])[0]?.says).toBe(UNKNOWN);
    expect(fromTransforms(UNKNOWN)).toEqual([{ property: "route.transforms", says: UNKNOWN }]);
    expect(headerStatements(headersRoute({ headers: UNKNOWN }), "X-Frame-Options")).toEqual([
      { property: "route.headers", says: UNKNOWN },
    ]);
  });
});

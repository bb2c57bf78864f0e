import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../../core/value";
import {
  coverageOf,
  everyPathSources,
  matchesEveryPath,
} from "../../../../policies/lib/headers/vercel-routes";
import { type RouteChange, headersRoute } from "../../support/stack";

const paths = ["/", "/a", "/a/b", "/a/b.html", "/api/health", "/_next/static/x.js", "/a b", "/%20"];

describe("matchesEveryPath", () => {
  it.each(everyPathSources["regex"] ?? [])(
    "is right about the pattern %s, on every path tried",
    (source) => {
      const pattern = new RegExp(`^(?:${source})$`);
      expect(paths.filter((path) => !pattern.test(path))).toEqual([]);
    },
  );

  it.each([
    ["/(.*)", "regex"],
    ["^/(.*)$", "regex"],
    ["^/.*$", "regex"],
    ["^(?:/(.*))?$", "regex"],
    ["/(.*)", "path-to-regexp"],
    ["/(.*)", undefined],
    ["^/(.*)$", undefined],
  ])("counts %s in %s", (source, syntax) => {
    expect(matchesEveryPath(source, syntax)).toBe(true);
  });

  it.each([
    ["/", "regex"],
    ["/(.+)", "regex"],
    ["/api/(.*)", "regex"],
    ["/((?!api).*)", "regex"],
    ["/(.*).html", "regex"],
    ["/a|/(.*)", "regex"],
    ["/:path*", "path-to-regexp"],
    ["/:path*", undefined],
    ["/.*", "path-to-regexp"],
    ["/(.*)", "equals"],
    ["/(.*)", "globs"],
    ["/(.*)", "constructor"],
    ["/.*", undefined],
    ["", "regex"],
  ])("does not count %s in %s", (source, syntax) => {
    expect(matchesEveryPath(source, syntax)).toBe(false);
  });
});

describe("coverageOf", () => {
  it("takes a route without conditions on every path for one that covers everything", () => {
    expect(coverageOf(headersRoute())).toBe("every path");
    const spelledOut = { has: [], missings: [] };
    expect(coverageOf(headersRoute({ route: spelledOut, inputs: { enabled: true } }))).toBe(
      "every path",
    );
  });

  it.each<[string, RouteChange]>([
    ["a condition", { route: { missings: [{ type: "cookie", key: "a" }] } }],
    ["a condition whose content is unknown", { route: { has: [UNKNOWN] } }],
    ["a switch turned off", { inputs: { enabled: false } }],
    ["another source", { route: { src: "/blog/(.*)" } }],
    ["no source", { route: { src: null } }],
    ["a source that is no text", { route: { src: ["/(.*)"] } }],
  ])("takes a route with %s for one of some paths", (_what, change) => {
    expect(coverageOf(headersRoute(change))).toBe("some paths");
  });

  it.each<[string, RouteChange]>([
    ["source", { route: { src: UNKNOWN } }],
    ["syntax", { inputs: { srcSyntax: UNKNOWN } }],
    ["conditions", { route: { has: UNKNOWN } }],
    ["switch", { inputs: { enabled: UNKNOWN } }],
  ])("cannot tell when the %s is unknown", (_what, change) => {
    expect(coverageOf(headersRoute(change))).toBe(UNKNOWN);
  });

  it("needs no further word when another part says some paths", () => {
    const change: RouteChange = { route: { src: "/a", has: UNKNOWN } };
    expect(coverageOf(headersRoute(change))).toBe("some paths");
  });
});

import { describe, expect, it, vi } from "vitest";
import {
  destinationMistake,
  patternMatches,
  patternMistake,
  type PatternSyntax,
} from "../../catalogue/vercel-patterns";

describe("a pattern", () => {
  it.each<[string, PatternSyntax | undefined]>([
    ["/(.*)", undefined],
    ["/:path(.*)", undefined],
    ["/:path+", undefined],
    ["/docs/:path*", undefined],
    ["/docs/:slug", "path-to-regexp"],
    ["/((?!cn(?:/|$)|api/|_next/static|_next/image|favicon\\.ico).*)", undefined],
    ["/(.*)", "regex"],
    ["^/(.+)$", "regex"],
    ["/a(?:/.*)?", "regex"],
    ["/*", "equals"],
  ])("may be %s, read as %s", (source, syntax) => {
    expect(patternMistake({ source, syntax })).toBeUndefined();
  });

  it.each<[string, PatternSyntax | undefined]>([
    ["/:path*", undefined],
    ["/:all*", "path-to-regexp"],
    ["/(.+)(.*)", "regex"],
  ])(
    "for every path that leaves / out is refused, with the right one: %s as %s",
    (source, syntax) => {
      expect(patternMistake({ source, syntax })).toEqual({
        found: `${source}, which matches every path but /`,
        allowed: "a pattern that matches the home page too",
        fix: "write /(.*)",
      });
    },
  );

  it.each<[string, PatternSyntax | undefined, string]>([
    ["/(", undefined, "/(, which Vercel cannot read as path-to-regexp"],
    ["/*", undefined, "/*, which Vercel cannot read as path-to-regexp"],
    ["/a?b", undefined, "/a?b, which Vercel cannot read as path-to-regexp"],
    ["/[", "regex", "/[, which Vercel cannot read as regex"],
    ["docs", undefined, "docs"],
    ["docs", "equals", "docs"],
    ["", undefined, "nothing"],
    ["/:a:b", undefined, "/:a:b"],
  ])("that Vercel cannot read is refused: %j as %s", (source, syntax, found) => {
    expect(patternMistake({ source, syntax })?.found).toBe(found);
  });

  it("is judged without a word on the console", () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const source of ["/:a:b", "/(", "/:path*", "/docs/:slug"]) patternMistake({ source });
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it("matches as Vercel matches", () => {
    expect(patternMatches({ source: "/:path*" }, "/")).toBe(false);
    expect(patternMatches({ source: "/(.*)" }, "/")).toBe(true);
    expect(patternMatches({ source: "/a.b", syntax: "equals" }, "/a.b")).toBe(true);
    expect(patternMatches({ source: "/a.b", syntax: "equals" }, "/axb")).toBe(false);
    expect(patternMatches({ source: "/(" }, "/")).toBe(false);
  });
});

describe("a destination", () => {
  it.each([
    ["/old/:slug", "/new/:slug"],
    ["/old", "https://example.com/new?a=1"],
    ["/((?!cn(?:/|$)).*)", "/cn"],
    ["/old/:path*", "/new/:path*"],
  ])("of %s may be %s", (source, destination) => {
    expect(destinationMistake({ source }, destination)).toBeUndefined();
  });

  it.each([
    ["/(.*)", "/cn"],
    ["/((?!api).*)", "/cn?from=here"],
    ["/same", "/same"],
  ])("of %s that the source matches again is refused: %s", (source, destination) => {
    const mistake = destinationMistake({ source }, destination);
    expect(mistake?.found).toBe(
      `${destination}, which ${source} matches again: visitors would be redirected for ever`,
    );
  });

  it("with a parameter that the source does not have is refused", () => {
    expect(destinationMistake({ source: "/old/:slug" }, "/new/:other")?.found).toBe(
      "/new/:other, with a parameter that /old/:slug does not have",
    );
  });

  it.each(["http://example.com", "new", "//evil.example", "javascript:alert(1)", "/a b", ""])(
    "that is neither a path nor an https address is refused: %j",
    (destination) => {
      expect(destinationMistake({ source: "/old" }, destination)?.allowed).toBe(
        "a path such as /new, or an address that begins with https://",
      );
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutedHeaders } from "../../../operations/smoke/check";
import { headerDifferences, headersFor } from "../../../operations/smoke/headers";

/* Requirement: HDR-12, REL-14 */

const rule = (source: string, set: Record<string, string>, absent: string[] = []) =>
  ({ source, syntax: "regex", headers: { set, absent } }) satisfies RoutedHeaders;

describe("headers that rules declare for a path", () => {
  const rules = [
    rule("/(.*)", { "X-Frame-Options": "DENY", "Cache-Control": "private" }, ["X-Powered-By"]),
    rule("/_next/static/(.*)", { "cache-control": "public, immutable" }),
  ];

  it("are those of the rules that match it", () => {
    expect(headersFor("/", rules)).toEqual({
      set: { "X-Frame-Options": "DENY", "Cache-Control": "private" },
      absent: ["X-Powered-By"],
    });
  });

  it("are those of the later rule where two name one, in whatever case", () => {
    expect(headersFor("/_next/static/a.js", rules).set).toEqual({
      "X-Frame-Options": "DENY",
      "cache-control": "public, immutable",
    });
  });

  it("come back where a later rule sets what an earlier one removes, and go where it removes", () => {
    const back = headersFor("/", [rule("/(.*)", {}, ["Server"]), rule("/(.*)", { server: "x" })]);
    expect(back).toEqual({ set: { server: "x" }, absent: [] });
    const gone = headersFor("/", [rule("/(.*)", { server: "x" }), rule("/(.*)", {}, ["Server"])]);
    expect(gone).toEqual({ set: {}, absent: ["Server"] });
  });
});

describe("comparing declared and served headers", () => {
  const served = { "x-frame-options": ["DENY"], "x-powered-by": ["Next.js"], vary: ["a", "b"] };

  it.each([
    [{ "X-Frame-Options": "DENY" }, [], []],
    [{ "X-Frame-Options": " DENY " }, [], []],
    [
      { "X-Frame-Options": "SAMEORIGIN" },
      [],
      [{ what: "header X-Frame-Options", expected: "SAMEORIGIN", served: "DENY" }],
    ],
    [
      { "X-Frame-Options": "deny" },
      [],
      [{ what: "header X-Frame-Options", expected: "deny", served: "DENY" }],
    ],
    [
      { "X-Content-Type-Options": "nosniff" },
      [],
      [
        {
          what: "header X-Content-Type-Options",
          expected: "nosniff",
          served: "no such header",
        },
      ],
    ],
    [
      {},
      ["X-Powered-By"],
      [{ what: "header X-Powered-By", expected: "no such header", served: "Next.js" }],
    ],
    [{ Vary: "a" }, [], [{ what: "header Vary", expected: "sent once", served: "sent 2 times" }]],
    [{}, ["Server"], []],
  ])("finds in %o without %o: %o", (set, absent, findings) => {
    expect(headerDifferences({ set, absent }, served)).toEqual(findings);
  });

  const name = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,20}$/);
  const value = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/);
  const declared = fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key.toLowerCase(), maxLength: 12 })
    .map((entries) => Object.fromEntries(entries));
  const anyCase = (text: string, upper: readonly boolean[]) =>
    [...text]
      .map((c, at) => (upper[at % upper.length] ? c.toUpperCase() : c.toLowerCase()))
      .join("");
  const cases = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });

  it("finds nothing in what is served as declared, in whatever case names are", () => {
    fc.assert(
      fc.property(declared, cases, (set, upper) => {
        const served = Object.fromEntries(
          Object.entries(set).map(([key, text]) => [anyCase(key, upper), [text]]),
        );
        expect(headerDifferences({ set, absent: [] }, served)).toEqual([]);
      }),
    );
  });

  it("finds each header that is left out, changed, doubled or not removed, and no other", () => {
    const faults = ["left out", "changed", "doubled", "not removed"] as const;
    const asked = fc.tuple(declared, fc.nat(), fc.constantFrom(...faults), cases);
    fc.assert(
      fc.property(asked, ([set, at, fault, upper]) => {
        const names = Object.keys(set);
        fc.pre(names.length > 0);
        const victim = names[at % names.length]!;
        const served = Object.fromEntries(
          Object.entries(set).map(([key, text]) => [anyCase(key, upper), [text]]),
        );
        const key = anyCase(victim, upper);
        const text = set[victim]!;
        const sets = { ...set };
        const absent: string[] = [];
        if (fault === "left out") delete served[key];
        if (fault === "changed") served[key] = [`${text}x`];
        if (fault === "doubled") served[key] = [text, text];
        if (fault === "not removed") {
          delete sets[victim];
          absent.push(victim);
        }
        const found = headerDifferences({ set: sets, absent }, served);
        expect(found.map(({ what }) => what)).toEqual([`header ${victim}`]);
      }),
    );
  });
});

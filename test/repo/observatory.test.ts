import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gradeOfScore,
  observatoryScore,
  observatoryTests,
} from "../../policies/lib/headers/observatory";
import { gradeOf } from "../support/observatory";
import { compliantHeaders } from "../policies/support/stack";

type Headers = Readonly<Record<string, string>>;

const scored = (headers: Headers) => {
  const byName = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const score = observatoryScore(byName);
  return { grade: gradeOfScore(score), score };
};
const lower = (headers: Headers) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const real = async (headers: Headers) => {
  const { grade, score } = await gradeOf(lower(headers));
  return { grade, score };
};

/** Values of each header, good and bad, as they come up in practice. */
const values: Readonly<Record<string, readonly string[]>> = {
  "Strict-Transport-Security": [
    "max-age=63072000; includeSubDomains",
    "max-age=15552000",
    "max-age=15551999",
    "max-age=0",
    "includeSubDomains",
    "max-age=63072000, max-age=0",
    "",
  ],
  "X-Content-Type-Options": ["nosniff", " NoSniff ", "sniff", ""],
  "X-Frame-Options": ["DENY", "sameorigin", "ALLOW-FROM https://a.example", "ALLOWALL", ""],
  "Referrer-Policy": [
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
    "unsafe-url",
    "origin",
    "no-referrer-when-downgrade",
    "no-referrer, unsafe-url",
    "unsafe-url, strict-origin, unknown-policy",
    "never",
    "",
  ],
  "Cross-Origin-Resource-Policy": ["same-origin", "Same-Site", "cross-origin", "anyone", ""],
};

const sources = fc.constantFrom(
  "'self'",
  "'none'",
  "'unsafe-inline'",
  "'unsafe-eval'",
  "'strict-dynamic'",
  "'nonce-abc'",
  "'sha256-abc='",
  "data:",
  "*",
  "https:",
  "http:",
  "http://plain.example",
  "https://*",
  "https://a.example",
  "https://a.example/path",
  "ftp://a.example",
);
const directive = fc
  .tuple(
    fc.constantFrom(
      "default-src",
      "script-src",
      "style-src",
      "img-src",
      "media-src",
      "object-src",
      "connect-src",
      "base-uri",
      "form-action",
      "frame-ancestors",
      "report-uri",
      "upgrade-insecure-requests",
    ),
    fc.array(sources, { maxLength: 4 }),
  )
  .map(([name, list]) => [name, ...list].join(" "));
const policies = fc.array(directive, { maxLength: 6 }).map((list) => list.join("; "));

const headerSets = fc
  .tuple(
    fc.record(
      Object.fromEntries(
        Object.entries(values).map(([name, list]) => [name, fc.constantFrom(...list)]),
      ),
      { requiredKeys: [] },
    ),
    fc.option(policies, { nil: undefined }),
  )
  .map(([headers, policy]) => {
    const all = { ...headers, "Content-Security-Policy": policy };
    return Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined),
    ) as Headers;
  });

describe("the score computed from declared headers", () => {
  it("is the Observatory's own, over many sets of headers", async () => {
    await fc.assert(
      fc.asyncProperty(headerSets, async (headers) => {
        expect(scored(headers)).toEqual(await real(headers));
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it.each(
    Object.entries(values).flatMap(([name, list]) => list.map((value) => [name, value] as const)),
  )("is the Observatory's own with %s: %j and all else good", async (name, value) => {
    const headers = { ...compliantHeaders, [name]: value };
    expect(scored(headers)).toEqual(await real(headers));
  });

  it("is A+ for the headers of a compliant stack, and D without any", () => {
    expect(scored(compliantHeaders).grade).toBe("A+");
    expect(scored({})).toEqual({ grade: "D", score: 30 });
  });

  it("names the tests that take points away", () => {
    const headers = new Map([["content-security-policy", "default-src *"]]);
    expect(observatoryTests(headers).filter(({ points }) => points < 0)).toEqual([
      { name: "Content-Security-Policy", points: -20 },
      { name: "Strict-Transport-Security", points: -20 },
      { name: "X-Content-Type-Options", points: -5 },
      { name: "X-Frame-Options", points: -20 },
    ]);
  });

  it.each([
    [135, "A+"],
    [100, "A+"],
    [99, "A"],
    [90, "A"],
    [89, "A-"],
    [80, "B+"],
    [75, "B"],
    [65, "B-"],
    [60, "C+"],
    [50, "C"],
    [45, "C-"],
    [40, "D+"],
    [30, "D"],
    [25, "D-"],
    [24, "F"],
    [0, "F"],
  ])("%d points are the grade %s", (score, grade) => {
    expect(gradeOfScore(score)).toBe(grade);
  });
});

import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { everyKeyFile, sectionsOf } from "./support";

/** What is wrong with the file that says everything, when these keys of its hosting section are others. */
function problemsWith(hosting: Record<string, unknown>): string[] {
  const sections = sectionsOf(everyKeyFile);
  const parsed = parseSettings({ ...sections, hosting: { ...sections["hosting"], ...hosting } });
  if (!("problems" in parsed)) return [];
  return parsed.problems.map(({ path, found, allowed, fix }) =>
    [`${path}: ${found}`, allowed, fix].filter(Boolean).join("; "),
  );
}

const rule = { source: "/(.*)", cache: "no-store" };
const redirect = { source: "/old", destination: "/new", statusCode: 308 };

describe("routes and redirects in a stack file", () => {
  it.each([
    ["every path, never kept", { routes: { all: rule } }],
    ["an empty record", { routes: {}, redirects: {} }],
    [
      "a redirect for one country",
      { redirects: { cn: { ...redirect, has: [{ type: "host", value: "a.b" }] } } },
    ],
    ["no third party", { thirdParties: [] }],
  ])("may be %s", (_, hosting) => {
    expect(problemsWith(hosting)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      "a pattern that misses /",
      { routes: { all: { ...rule, source: "/:path*" } } },
      'groundwork:hosting.routes.all.source: got "/:path*"; a pattern that matches the home page too; write /(.*)',
    ],
    [
      "a pattern that is none",
      { redirects: { old: { ...redirect, source: "/(" } } },
      'groundwork:hosting.redirects.old.source: got "/("; a pattern such as /docs/:slug; ' +
        "write /(.*) for every path, and \\ before a character that stands for itself",
    ],
    [
      "a redirect in a circle",
      { redirects: { cn: { ...redirect, source: "/(.*)", destination: "/cn" } } },
      'groundwork:hosting.redirects.cn.destination: got "/cn"; a destination that the source leaves out; ' +
        "exclude it, such as /((?!cn(?:/|$)).*)",
    ],
    [
      "a status that is no redirect",
      { redirects: { old: { ...redirect, statusCode: 200 } } },
      "groundwork:hosting.redirects.old.statusCode: got 200; one of 301, 302, 307, 308",
    ],
    [
      "a rule that does nothing",
      { routes: { idle: { source: "/a" } } },
      'groundwork:hosting.routes.idle.cache: missing; "no-store" or an object with maxAge',
    ],
    [
      "a condition without a name",
      { routes: { a: { ...rule, has: [{ type: "header" }] } } },
      "groundwork:hosting.routes.a.has[0].key: missing",
    ],
    [
      "a header value with a variable",
      { routes: { a: { ...rule, headers: { "X-A": "$HOST" } } } },
      'groundwork:hosting.routes.a.headers.X-A: got "$HOST"; printable ASCII without $ (Vercel reads $ as a variable)',
    ],
    [
      "a third party that nobody wrote down",
      { thirdParties: ["googleFont"] },
      'groundwork:hosting.thirdParties[0]: got "googleFont"',
    ],
    [
      "the same third party twice",
      { thirdParties: ["sentry", "sentry"] },
      "groundwork:hosting.thirdParties: got a list of 2; each party once",
    ],
    [
      "a zone in Route 53 without its id",
      { domains: { "a.example.com": { dns: { vendor: "route53", zone: "example.com" } } } },
      'groundwork:hosting.domains["a.example.com"].dns.zoneId: missing',
    ],
  ])("may not be %s", (_, hosting, problem) => {
    expect(problemsWith(hosting)).toEqual([expect.stringContaining(problem) as string]);
  });
});

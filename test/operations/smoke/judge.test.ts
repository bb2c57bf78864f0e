import { describe, expect, it } from "vitest";
import { type Answer, Unreachable } from "../../../operations/reach";
import type { Check, Expectation } from "../../../operations/smoke/check";
import { chunksIn, further, judge, judgeSilence } from "../../../operations/smoke/judge";

/* Requirement: REL-07, REL-14, HDR-08, HDR-13, UPT-08 */

const now = new Date("2026-11-21T12:00:00Z");
const url = "https://app.example.com/";
const answer = (over: Partial<Answer> = {}): Answer => ({
  ...{ status: 200, headers: {}, body: "", url, milliseconds: 1 },
  ...over,
});
const check = (expects: Expectation): Check => ({
  ...{ name: "it", group: "requests", host: "app.example.com", url, question: {}, expects },
});
const found = (expects: Expectation, over: Partial<Answer> = {}) =>
  judge(check(expects), answer(over), now).map(
    ({ what, expected, served }) => `${what}: ${expected} / ${served}`,
  );

describe("a status", () => {
  it.each([
    [[200], 200, []],
    [[201], 200, ["status: 201 / 200"]],
    [[301, 308], 200, ["status: 301 or 308 / 200"]],
    [[200, 201, 202, 203, 204], 500, ["status: 200 to 204 / 500"]],
  ])("of %j, answered %i", (statuses, status, findings) => {
    expect(found({ kind: "status", statuses }, { status })).toEqual(findings);
  });
});

describe("a redirect", () => {
  const expects = { kind: "redirect", statuses: [308], host: "app.example.com" } as const;
  const to = (location: string) => ({ status: 308, headers: { location: [location] } });

  it.each([
    ["https://app.example.com/", []],
    ["https://app.example.com/deep?x=1", []],
    ["/same", []],
    [
      "http://app.example.com/",
      ["header Location: https://app.example.com / http://app.example.com/"],
    ],
    [
      "https://evil.example.com/",
      ["header Location: https://app.example.com / https://evil.example.com/"],
    ],
  ])("to %s", (location, findings) => {
    expect(found(expects, to(location))).toEqual(findings);
  });

  it("to nowhere, or with another status", () => {
    expect(found(expects, { status: 200 })).toEqual([
      "status: 308 / 200",
      "header Location: https://app.example.com / no such header",
    ]);
  });

  it("to a path", () => {
    const path = { ...expects, path: "/new" };
    expect(found(path, to("/new"))).toEqual([]);
    expect(found(path, to("/old"))).toEqual([
      "header Location: https://app.example.com/new / /old",
    ]);
  });
});

describe("a certificate", () => {
  const until = (validTo: Date) => ({ certificate: { validTo, hosts: [] } });
  const expects = { kind: "certificate", days: 21 } as const;

  it.each([
    ["2026-12-12T12:00:00Z", []],
    ["2026-12-12T11:59:59Z", ["certificate: valid for 21 days more / valid for 20 days more"]],
    ["2026-11-20T12:00:00Z", ["certificate: valid for 21 days more / valid for -1 days more"]],
    ["no date", ["certificate: valid for 21 days more / valid for an unreadable day"]],
  ])("until %s", (validTo, findings) => {
    expect(found(expects, until(new Date(validTo)))).toEqual(findings);
  });

  it("that is not there", () => {
    expect(found(expects)).toEqual(["certificate: valid for 21 days more / no certificate"]);
  });
});

describe("a health report", () => {
  const report = (over: object = {}) => ({
    body: JSON.stringify({
      ...{ status: "healthy", time: "2026-11-21T12:00:00Z", version: "1" },
      checks: { database: "healthy" },
      ...over,
    }),
  });

  it("that is healthy", () => {
    expect(found({ kind: "health" }, report())).toEqual([]);
  });

  it("of something that is not", () => {
    const unwell = { ...report({ status: "degraded", checks: { database: "unhealthy" } }) };
    expect(found({ kind: "health" }, { ...unwell, status: 503 })).toEqual([
      "status: 200 / 503",
      "health report: healthy, with time and version / database is unhealthy",
      "health report: healthy, with time and version / the report's status is degraded",
    ]);
  });
});

describe("CORS", () => {
  const origin = "https://elsewhere.invalid";
  const allows = (allowed: string, credentials?: string) => ({
    headers: {
      "access-control-allow-origin": [allowed],
      ...(credentials && { "access-control-allow-credentials": [credentials] }),
    },
  });
  const stranger = { kind: "cors", origin, mayAsk: false } as const;
  const friend = { kind: "cors", origin: "https://app.example.org", mayAsk: true } as const;

  it("that says nothing to a stranger is closed", () => {
    expect(found(stranger)).toEqual([]);
    expect(found(stranger, allows("https://app.example.org"))).toEqual([]);
  });

  it.each(["*", origin])("that answers a stranger with %s is open", (allowed) => {
    expect(found(stranger, allows(allowed))).toEqual([
      `header Access-Control-Allow-Origin: nothing that lets ${origin} / ${allowed}`,
    ]);
  });

  it("with credentials for any origin is never meant", () => {
    const open = { ...stranger, mayAsk: true };
    expect(found(open, allows("*"))).toEqual([]);
    expect(found(open, allows("*", "true"))).toEqual([
      "header Access-Control-Allow-Origin: no answers with credentials for any origin / *, with credentials",
    ]);
    expect(found(stranger, allows(origin, "true"))).toHaveLength(1);
  });

  it("lets the declared origin ask", () => {
    expect(found(friend, allows("https://app.example.org", "true"))).toEqual([]);
    expect(found(friend)).toEqual([
      "header Access-Control-Allow-Origin: https://app.example.org / no such header",
    ]);
  });
});

describe("the chunks of a page", () => {
  const html = `<html><head>
    <link rel="preload" as="script" href="/_next/static/chunks/main-1a.js"/>
    <script src="/_next/static/chunks/main-1a.js" async=""></script>
    <script src="https://app.example.com/_next/static/chunks/app/page-2b.js"></script>
    <script src="https://other.example.com/_next/static/chunks/x.js"></script>
    <script src="/_next/static/css/a.css"></script>
    <script src="//["></script></head></html>`;

  it("are those of its own host, each once", () => {
    expect(chunksIn(html, url)).toEqual([
      "/_next/static/chunks/main-1a.js",
      "/_next/static/chunks/app/page-2b.js",
    ]);
  });

  it("are asked for with the headers of their path", () => {
    const headers = { set: { "Cache-Control": "public" }, absent: [] };
    const rules = [{ source: "/_next/static/(.*)", syntax: "path-to-regexp", headers } as const];
    const more = further(check({ kind: "page", headers: rules }), answer({ body: html }));
    expect(more.map((it) => [it.url, it.expects])).toEqual([
      ["https://app.example.com/_next/static/chunks/main-1a.js", { kind: "chunk", headers }],
      ["https://app.example.com/_next/static/chunks/app/page-2b.js", { kind: "chunk", headers }],
    ]);
    expect(further(check({ kind: "health" }), answer({ body: html }))).toEqual([]);
  });

  it("are scripts, with the headers that are declared", () => {
    const expects = { kind: "chunk", headers: { set: { "X-A": "1" }, absent: [] } } as const;
    const script = { "content-type": ["application/javascript; charset=utf-8"], "x-a": ["1"] };
    expect(found(expects, { headers: script })).toEqual([]);
    expect(found(expects, { status: 404, headers: { "content-type": ["text/html"] } })).toEqual([
      "status: 200 / 404",
      "header Content-Type: a script / text/html",
      "header X-A: 1 / no such header",
    ]);
  });
});

describe("nobody's answer", () => {
  it.each([
    ["certificate", "CERT_HAS_EXPIRED", "certificate"],
    ["no connection", "ECONNREFUSED", "connection"],
  ] as const)("for want of %s", (reason, code, what) => {
    expect(judgeSilence(new Unreachable(url, reason, code))).toEqual([
      { what, expected: "an answer of this host", served: `${reason} (${code})` },
    ]);
  });
});

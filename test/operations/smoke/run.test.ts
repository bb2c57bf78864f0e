import { describe, expect, it } from "vitest";
import { type Answer, type Question, type Reach, Unreachable } from "../../../operations/reach";
import type { Check } from "../../../operations/smoke/check";
import { junitOf } from "../../../operations/smoke/junit";
import { type CheckResult, runChecks } from "../../../operations/smoke/run";

/* Requirement: REL-07, REL-08 */

const now = () => new Date("2026-11-21T12:00:00Z");
const answer = (url: string, over: Partial<Answer> = {}): Answer => ({
  ...{ status: 200, headers: {}, body: "", url, milliseconds: 7 },
  ...over,
});
const check = (name: string, over: Partial<Check> = {}): Check => ({
  ...{ name, group: "requests", host: "app.example.com", url: `https://app.example.com/${name}` },
  ...{ question: { method: "GET" }, expects: { kind: "status", statuses: [200] } },
  ...over,
});

/** Answers each address from its list, the last of it again and again; keeps what was asked. */
function scripted(script: Record<string, (Partial<Answer> | Unreachable)[]>) {
  const asked: { url: string; question: Question | undefined }[] = [];
  const reach: Reach = {
    ask(url, question) {
      const before = asked.filter((it) => it.url === url).length;
      asked.push({ url, question });
      const list = script[url] ?? [{}];
      const said = list[Math.min(before, list.length - 1)]!;
      return said instanceof Unreachable
        ? Promise.reject(said)
        : Promise.resolve(answer(url, said));
    },
  };
  return { reach, asked };
}
const run = (
  checks: Check[],
  script: Parameters<typeof scripted>[0] = {},
  over: Partial<Parameters<typeof runChecks>[1]> = {},
) => {
  const { reach, asked } = scripted(script);
  const signal = new AbortController().signal;
  const limits = { attempts: 3, backoffMs: 1, signal };
  return runChecks(checks, { reach, now, ...limits, ...over }).then((results) => ({
    results,
    asked,
  }));
};

describe("running checks", () => {
  it("asks once for what is as declared", async () => {
    const { results, asked } = await run([check("a")]);
    expect(results).toEqual([
      {
        ...{ name: "a", group: "requests", host: "app.example.com" },
        ...{ url: "https://app.example.com/a", findings: [], attempts: 1, milliseconds: 7 },
      },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("asks again for what is not, until it is", async () => {
    const late = new Unreachable("https://app.example.com/a", "no connection", "ECONNREFUSED");
    const { results } = await run([check("a")], {
      "https://app.example.com/a": [late, { status: 500 }, {}],
    });
    expect(results).toMatchObject([{ findings: [], attempts: 3 }]);
  });

  it("believes what it finds when there are no attempts left", async () => {
    const { results } = await run([check("a")], { "https://app.example.com/a": [{ status: 500 }] });
    expect(results).toMatchObject([
      { findings: [{ what: "status", expected: "200", served: "500" }], attempts: 3 },
    ]);
  });

  it("asks hosts side by side, and a host in the order of its checks", async () => {
    const other = { host: "b.example.com" };
    const { asked } = await run([check("1"), check("2"), check("3", other), check("4")]);
    const own = asked.map(({ url }) => url.slice(-1)).filter((name) => name !== "3");
    expect(own).toEqual(["1", "2", "4"]);
    expect(asked).toHaveLength(4);
  });

  it("goes on to the chunks that a page names", async () => {
    const page = check("", { group: "chunks", expects: { kind: "page", headers: [] } });
    const chunk = "/_next/static/chunks/a.js";
    const { results } = await run([page], {
      "https://app.example.com/": [{ body: `<script src="${chunk}"></script>` }],
      [`https://app.example.com${chunk}`]: [{ headers: { "content-type": ["text/javascript"] } }],
    });
    expect(results.map(({ url, findings }) => [url, findings])).toEqual([
      ["https://app.example.com/", []],
      [`https://app.example.com${chunk}`, []],
    ]);
  });

  it("sends the credential where its place is, and shows it nowhere", async () => {
    const credential = "credential-of-the-test-account";
    const signIn = check("in", {
      ...{ question: { method: "POST" }, body: { email: "a@b.c", password: "$CREDENTIAL" } },
      ...{ authenticated: true, expects: { kind: "status", statuses: [201] } },
    });
    const { results, asked } = await run([signIn], {}, { credential });
    expect(asked[0]?.question).toEqual({
      method: "POST",
      headers: { authorization: `Bearer ${credential}`, "content-type": "application/json" },
      body: JSON.stringify({ email: "a@b.c", password: credential }),
    });
    expect(results[0]?.findings).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain(credential);
  });

  it("ends at its time limit: what was found stays, what was not asked is a finding", async () => {
    const stop = new AbortController();
    const { results } = await run(
      [check("a"), check("b")],
      { "https://app.example.com/a": [{ status: 500 }] },
      {
        ...{ attempts: 5, backoffMs: 60_000, signal: stop.signal },
        now: () => {
          setImmediate(() => stop.abort());
          return now();
        },
      },
    );
    expect(results.map(({ findings }) => findings[0]?.served)).toEqual([
      "500",
      "not asked in time",
    ]);
  });

  it("tells of each check as it ends, and lets a bug of ours through", async () => {
    const ended: string[] = [];
    await run([check("a"), check("b")], {}, { ended: ({ name }) => void ended.push(name) });
    expect(ended).toEqual(["a", "b"]);
    const reach = { ask: () => Promise.reject(new RangeError("a bug")) };
    await expect(run([check("a")], {}, { reach })).rejects.toThrow("a bug");
  });
});

describe("JUnit", () => {
  const result = (over: Partial<CheckResult>): CheckResult => ({
    ...{ name: "a", group: "headers", host: "app.example.com", url: "https://app.example.com/" },
    ...{ findings: [], attempts: 1, milliseconds: 12 },
    ...over,
  });

  it("has a case for each check, in suites by group, and escapes what was served", () => {
    const served = `<b> & "x"\u0007\u001b[31m`;
    const xml = junitOf({
      ...{ stack: "prod", at: now(), seconds: 1.5 },
      results: [
        result({}),
        result({ name: "b <c>", findings: [{ what: "header X", expected: "y", served }] }),
        result({ name: "d", group: "health" }),
      ],
    });
    expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="smoke prod" time="1.500" tests="3" failures="1" errors="0" skipped="0">
  <testsuite name="headers" timestamp="2026-11-21T12:00:00.000Z" tests="2" failures="1" errors="0" skipped="0" time="0.024">
    <testcase name="a" classname="prod.headers" time="0.012"/>
    <testcase name="b &lt;c&gt;" classname="prod.headers" time="0.012">
      <failure message="header X: expected y, served &lt;b&gt; &amp; &quot;x&quot;  [31m">https://app.example.com/
header X: expected y, served &lt;b&gt; &amp; "x"  [31m</failure>
    </testcase>
  </testsuite>
  <testsuite name="health" timestamp="2026-11-21T12:00:00.000Z" tests="1" failures="0" errors="0" skipped="0" time="0.012">
    <testcase name="d" classname="prod.health" time="0.012"/>
  </testsuite>
</testsuites>
`);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreignRun } from "../../../report/foreign/run";

const read = (name: string) =>
  readFileSync(path.join(__dirname, "..", "fixtures", `events-${name}.jsonl`), "utf8");
/** Recorded of a program with a pack that is not ours. */
const refused = read("refused");
const advised = read("advised");

const bucket = "urn:pulumi:prod::shop::shop:web:Shop$aws:s3/bucket:Bucket::uploads";
const stack = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";

function withLine(text: string, wanted: string, change: (event: object) => object): string {
  return text
    .split("\n")
    .map((line) =>
      line.includes(wanted) ? JSON.stringify(change(JSON.parse(line) as object)) : line,
    )
    .join("\n");
}

describe("a run told by the engine's events", () => {
  it("is of the stack, pack and resources that its events name", () => {
    const run = foreignRun(refused);
    expect(run).toMatchObject({
      project: "shop",
      stack: "prod",
      pack: { name: "house-rules", version: "1.0.0" },
    });
    expect(run.resources.map(({ name }) => name).sort()).toEqual([
      "default_7_48_0",
      "images",
      "orders",
      "shop",
      "shop-prod",
      "uploads",
    ]);
    const [images] = run.resources.filter(({ name }) => name === "images");
    expect(images).toMatchObject({ custom: true, protect: true, inputs: {} });
  });

  it("tells what it changes, without the stack itself and providers", () => {
    const { changes } = foreignRun(refused);
    expect(changes.map(({ operation }) => operation)).toEqual([
      "create",
      "create",
      "create",
      "create",
    ]);
  });

  it("makes of what packs say answers with the pack's name, and says what they are about", () => {
    const { results, rules } = foreignRun(refused);
    expect(results.filter(({ state }) => state === "fail")).toEqual([
      {
        rule: "house-rules/logs-kept-a-year",
        state: "fail",
        level: "advisory",
        severity: "medium",
        urn: "urn:pulumi:prod::shop::aws:cloudwatch/logGroup:LogGroup::orders",
        message: "Logs are kept for less than a year.",
      },
      {
        rule: "house-rules/bucket-has-owner",
        state: "fail",
        level: "mandatory",
        severity: "high",
        urn: bucket,
        message: "The bucket names no owner in its tags.",
      },
      {
        rule: "house-rules/few-buckets",
        state: "fail",
        level: "advisory",
        severity: "medium",
        urn: stack,
        message: "The stack has 2 buckets.",
      },
    ]);
    expect(rules.find(({ id }) => id === "house-rules/few-buckets")).toMatchObject({
      family: "house-rules",
      title: "A stack has at most one bucket.",
    });
    const passed = results.filter(({ state }) => state === "pass").map(({ rule }) => rule);
    expect(passed).toContain("house-rules/has-resources");
  });

  it("has not stopped where rules alone refuse it, nor where it came to its end", () => {
    expect(foreignRun(refused).stopped).toBeUndefined();
    expect(foreignRun(advised).stopped).toBeUndefined();
  });

  it("takes no value of an input along", () => {
    expect(refused).toContain("never-to-be-read");
    expect(JSON.stringify(foreignRun(refused))).not.toContain("never-to-be-read");
  });

  it("fails closed on a level that is not known, and on a failure that nobody explains", () => {
    const level = withLine(advised, '"few-buckets","policyPackName"', (event) => {
      const { policyEvent } = event as { policyEvent: object };
      return { ...event, policyEvent: { ...policyEvent, enforcementLevel: "remediate" } };
    });
    expect(levelsOf(level, "house-rules/few-buckets")).toEqual(["mandatory"]);
    const silent = advised
      .split("\n")
      .filter((line) => !line.includes('"policyName":"few-buckets"'))
      .join("\n");
    expect(levelsOf(silent, "house-rules/few-buckets")).toEqual(["mandatory"]);
  });

  const levelsOf = (text: string, wanted: string) =>
    foreignRun(text)
      .results.filter(({ rule }) => rule === wanted)
      .map(({ level }) => level);

  it("passes over events that it does not know, and what known ones hold besides", () => {
    const more = withLine(advised, '"preludeEvent"', (event) => ({
      ...event,
      preludeEvent: undefined,
      eventOfTomorrow: { any: [1, "thing"] },
    }));
    expect(foreignRun(more)).toEqual(foreignRun(advised));
  });

  it.each([
    ["an engine that failed", '"result":"succeeded"', '"result":"failed"', "the engine failed"],
    [
      "a run that was cancelled",
      '"result":"succeeded"',
      '"result":"canceled"',
      "cancelled the run",
    ],
    ["a damaged state", '"maybeCorrupt":false', '"maybeCorrupt":true', "may be damaged"],
    [
      "a run without a pack",
      '"PolicyPacks":{"house-rules|local|/home/shop/pack":"1.0.0"}',
      '"PolicyPacks":{}',
      "no policy pack judged the run",
    ],
    [
      "a pack that said nothing",
      '"PolicyPacks":{',
      '"PolicyPacks":{"silent":"1.0.0",',
      "the policy pack silent did not judge the stack",
    ],
    [
      "an event without what it is about",
      '"resourceUrn":"urn',
      '"resourceUrn":"arn',
      "cannot be read",
    ],
  ])("says of %s why it proves nothing", (_, found, instead, why) => {
    expect(advised).toContain(found);
    expect(foreignRun(advised.replaceAll(found, instead)).stopped).toContain(why);
  });

  it("tells the engine's own words of what failed", () => {
    const error = { severity: "error", message: "<{%fg 1%}>no credentials<{%reset%}>\n" };
    const failed = withLine(
      advised.replace('"result":"succeeded"', '"result":"failed"'),
      '"preludeEvent"',
      (event) => ({ ...event, diagnosticEvent: error }),
    );
    expect(foreignRun(failed).stopped).toBe("the engine failed: no credentials");
  });
});

describe("an event stream that is cut", () => {
  const whole = advised.trimEnd();

  it("after any line is not whole", () => {
    const lines = whole.split("\n");
    for (let kept = 0; kept < lines.length; kept += 1) {
      expect(foreignRun(lines.slice(0, kept).join("\n")).stopped).toBeDefined();
      if (kept > 0) expect(foreignRun(lines.slice(kept).join("\n")).stopped).toBeDefined();
    }
  });

  it("at any byte is not whole", () => {
    const bytes = Buffer.from(whole);
    const anywhere = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(anywhere, (at) => {
        expect(foreignRun(bytes.subarray(0, at).toString("utf8")).stopped).toBeDefined();
      }),
      { numRuns: 300 },
    );
    const last = whole.lastIndexOf("\n", whole.lastIndexOf("\n") - 1);
    for (let at = last; at < bytes.length; at += 1) {
      expect(foreignRun(bytes.subarray(0, at).toString("utf8")).stopped).toBeDefined();
    }
  });

  it("or is any text at all, is told of and not thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(foreignRun(text).stopped).toBeDefined();
      }),
    );
  });
});

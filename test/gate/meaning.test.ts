import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../core/value";
import type { Change } from "../../gate/change";
import { meaningOf } from "../../gate/meaning";

function change(type: string, before: PropertyMap | undefined, after: PropertyMap): Change {
  const state = (inputs: PropertyMap) => ({ inputs, protect: false });
  return {
    urn: `urn:pulumi:prod::shop::${type}::one`,
    type,
    name: "one",
    kind: before ? "update" : "create",
    ...(before && { before: state(before) }),
    after: state(after),
  };
}

const told = (one: Change) =>
  meaningOf(one).map(({ what, before, after, direction }) => [what, before, after, direction]);

describe("what a change comes to", () => {
  const group = "aws:cloudwatch/logGroup:LogGroup";

  it("is told either way: weaker, stronger, or not known", () => {
    expect(told(change(group, { retentionInDays: 90 }, { retentionInDays: 7 }))).toEqual([
      ["log retention", "90 days", "7 days", "weaker"],
    ]);
    expect(told(change(group, { retentionInDays: 7 }, { retentionInDays: 90 }))).toEqual([
      ["log retention", "7 days", "90 days", "stronger"],
    ]);
    expect(told(change(group, { retentionInDays: 7 }, { retentionInDays: UNKNOWN }))).toEqual([
      ["log retention", "7 days", "a value not known yet", "other"],
    ]);
  });

  it("is nothing of what is created, stays the same, or that no rule compares", () => {
    expect(told(change(group, undefined, { retentionInDays: 7 }))).toEqual([]);
    expect(told(change(group, { retentionInDays: 7 }, { retentionInDays: 7, name: "x" }))).toEqual(
      [],
    );
    expect(told(change("aws:sqs/queue:Queue", { name: "a" }, { name: "b" }))).toEqual([]);
  });

  it("tells of headers what of their value gets weaker or stronger", () => {
    const route = (headers: PropertyMap) => ({ route: { src: "/(.*)", headers } });
    const found = told(
      change(
        "vercel:index/projectRoute:ProjectRoute",
        route({ "X-Frame-Options": "DENY", "Strict-Transport-Security": "max-age=100" }),
        route({ "X-Frame-Options": "SAMEORIGIN", "Strict-Transport-Security": "max-age=200" }),
      ),
    );
    expect(found).toEqual([
      ["HSTS max-age", "100", "200", "stronger"],
      ["X-Frame-Options", "DENY", "SAMEORIGIN", "weaker"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap, type Value } from "../../../core/value";
import type { Guard } from "../../../gate/lib/guards";
import type { ChangeRule } from "../../../gate/rule";
import { brief, judge, step } from "../support/changes";

/** One weakening: what it was, what it would be, and how that is said. */
export type Weakening = [type: string, before: PropertyMap, after: PropertyMap, said: string];

/** The tests that every rule has that compares settings, by a table of them. */
export function describeGuards(
  rule: ChangeRule,
  guards: readonly Guard[],
  weakenings: readonly Weakening[],
): void {
  describe(`${rule.id}: ${rule.title}`, () => {
    it.each(weakenings)("refuses on %s from %j to %j", (type, before, after, said) => {
      expect(brief(judge(rule, [step({ type, before, after })]))).toEqual([`fail it: ${said}`]);
    });

    it.each(weakenings)(
      "lets %s go from what it would be (%j) back, and stay as it is",
      (type, before, after) => {
        expect(brief(judge(rule, [step({ type, before: after, after: before })]))[0]).toMatch(
          /^pass /,
        );
        expect(brief(judge(rule, [step({ type, before, after: before })]))[0]).toMatch(/^pass /);
        expect(judge(rule, [step({ type, after })])[0]?.state).toBe("not-applicable");
      },
    );

    it("has a weakening for every guard there is", () => {
      const tried = new Set(weakenings.map(([type]) => type));
      expect(guards.map(({ type }) => type).filter((type) => !tried.has(type))).toEqual([]);
    });

    const settings = guards.filter(({ setting }) => setting).map(({ type }) => type);
    it.each(settings)("refuses to delete %s alone, and not with what it belongs to", (type) => {
      const before = weakenings.find(([one]) => one === type)?.[1] ?? {};
      const parent = "urn:pulumi:prod::groundwork::groundwork:storage:StorageBucket::files";
      const alone = step({ type, before, parent });
      const bucket = step({ type: "aws:s3/bucket:Bucket", name: "bucket", before: {}, parent });
      expect(judge(rule, [alone])[0]?.state).toBe("fail");
      expect(judge(rule, [alone, bucket]).map(({ state }) => state)).not.toContain("fail");
    });

    it("cannot tell what is not known yet", () => {
      const states = weakenings.flatMap(([type, before]) => {
        const keys = Object.keys(before);
        const hidden: PropertyMap = Object.fromEntries(keys.map((key) => [key, UNKNOWN as Value]));
        return judge(rule, [step({ type, before, after: hidden })]).map(({ state }) => state);
      });
      expect(states).toContain("unknown");
      expect(states).not.toContain("error");
    });
  });
}

import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { s3NotForceDestroyed as rule } from "../../../policies/rules/data/s3-not-force-destroyed";
import { brief, judge } from "../support/stack";
import { bucket } from "../support/data";

const stateOf = (forceDestroy: Value) =>
  judge(rule, [bucket("files", "files", { forceDestroy })])[0]?.state;

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where nothing is said, or no", () => {
    expect(judge(rule, [bucket("files")])[0]?.state).toBe("pass");
    expect(stateOf(false)).toBe("pass");
  });

  it("reports a bucket that goes with everything in it", () => {
    const doomed = bucket("files", "files", { forceDestroy: true });
    expect(brief(judge(rule, [doomed]))).toEqual([
      "fail files: forceDestroy: found true, wanted false",
    ]);
  });

  it("lets go what a machine writes again", () => {
    const runs = bucket("results", "runs", { forceDestroy: true });
    expect(judge(rule, [runs])[0]?.message).toBe(
      "its tag says that a machine writes again what is in it",
    );
  });

  it("cannot tell while it is not known", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
  });
});

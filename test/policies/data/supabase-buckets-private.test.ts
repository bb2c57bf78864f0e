import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { supabaseBucketsPrivate as rule } from "../../../policies/rules/data/supabase-buckets-private";
import { brief, judge, resource } from "../support/stack";

const stateOf = (open: Value) =>
  judge(rule, [resource(providerTypes.supabaseBucket, "projects", { public: open })])[0]?.state;

// Requirement: STOR-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds where nothing is said, or no", () => {
    expect(stateOf(null)).toBe("pass");
    expect(stateOf(false)).toBe("pass");
  });

  it("reports a public bucket", () => {
    const open = resource(providerTypes.supabaseBucket, "projects", { public: true });
    expect(brief(judge(rule, [open]))).toEqual(["fail projects: public: found true, wanted false"]);
    expect(stateOf("false")).toBe("fail");
  });

  it("cannot tell while it is not known", () => {
    expect(stateOf(UNKNOWN)).toBe("unknown");
  });
});

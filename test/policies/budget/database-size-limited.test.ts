import { describe, expect, it } from "vitest";
import { instanceSizes } from "../../../catalogue/sizes";
import { tiers } from "../../../core/profile";
import { type Value, UNKNOWN } from "../../../core/value";
import { floors } from "../../../policies/floors";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseSizeLimited as rule } from "../../../policies/rules/budget/database-size-limited";
import { brief, judge, profile, resource } from "../support/stack";

const project = (instanceSize?: Value) =>
  resource(providerTypes.supabaseProject, "db", { instanceSize });
const sizes = "nano, micro, small, medium, large, xlarge";

describe(`${rule.id}: ${rule.title}`, () => {
  // Requirement: COST-04
  it("holds up to the largest size of the tier, and for the smallest, which needs no name", () => {
    for (const size of ["micro", "xlarge", undefined]) {
      expect(brief(judge(rule, [project(size)]))).toEqual([`pass db: ${rule.title}`]);
    }
  });

  it("reports a larger one, in full", () => {
    expect(judge(rule, [project("2xlarge")])).toEqual([
      {
        rule: "database-size-limited",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::supabase:index/project:Project::db",
        level: "mandatory",
        severity: "medium",
        message: `instanceSize: found 2xlarge, wanted ${sizes}`,
        property: "instanceSize",
        input: "instanceSize",
        found: "2xlarge",
        wanted: sizes.split(", "),
      },
    ]);
    expect(judge(rule, [project(["micro"])])[0]?.state).toBe("fail");
  });

  it("allows the less the farther the tier is from users", () => {
    const at = (tier: string, size: string) =>
      judge(rule, [profile({ tier }), project(size)], { stack: tier })[0]?.state;
    expect([at("dev", "micro"), at("dev", "small")]).toEqual(["pass", "fail"]);
    expect([at("staging", "medium"), at("staging", "large")]).toEqual(["pass", "fail"]);
  });

  it("names sizes that there are", () => {
    const named = tiers.flatMap((tier) => floors[rule.id]?.allowed?.tiers[tier] as string[]);
    expect(named.filter((size) => !instanceSizes.some((each) => each === size))).toEqual([]);
  });

  it("can be tightened, and cannot tell what is not known", () => {
    const rules = { [rule.id]: { allowed: ["micro"] } };
    expect(judge(rule, [profile({ rules }), project("small")])[0]?.state).toBe("fail");
    expect(brief(judge(rule, [project(UNKNOWN)]))[0]).toMatch(
      /^unknown db: instanceSize: not known/,
    );
  });
});

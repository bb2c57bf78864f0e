import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { databaseRegionAllowed as rule } from "../../../policies/rules/data/database-region-allowed";
import { brief, judge, profile, resource, supabaseProject } from "../support/stack";
import { ofProject } from "../support/data";

const inRegion = (region: string | typeof UNKNOWN) =>
  resource(providerTypes.supabaseProject, "db", { region });
const replica = (region: string) =>
  ofProject(providerTypes.supabaseReadReplica, "replica", { region });

// Requirement: COMP-01, COMP-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a database and a replica in Canada", () => {
    expect(judge(rule, [inRegion("ca-central-1")])[0]?.state).toBe("pass");
    expect(judge(rule, [replica("ca-central-1")])[0]?.state).toBe("pass");
  });

  it("reports another region, of a replica too", () => {
    expect(judge(rule, [inRegion("us-east-1")])).toMatchObject([
      { state: "fail", property: "region", input: "region", found: "us-east-1" },
    ]);
    expect(judge(rule, [replica("eu-west-1")])).toMatchObject([
      { state: "fail", property: "region", input: "readReplicas", found: "eu-west-1" },
    ]);
    expect(brief(judge(rule, [replica("eu-west-1")]))).toEqual([
      "fail replica: region: found eu-west-1, wanted ca-central-1",
    ]);
    expect(judge(rule, [resource(supabaseProject.type, "bare")])[0]?.state).toBe("fail");
  });

  it("lets a stack without users' data be nearer to its developers", () => {
    const near = [profile({ tier: "staging" }), inRegion("us-east-1")];
    expect(judge(rule, near, { stack: "staging" })[0]?.state).toBe("pass");
    const narrowed = { "database-region-allowed": { allowed: ["ca-central-1"] } };
    const strict = [profile({ tier: "staging", rules: narrowed }), inRegion("us-east-1")];
    expect(judge(rule, strict, { stack: "staging" })[0]?.state).toBe("fail");
  });

  it("never allows more than the tier does", () => {
    const loose = profile({ rules: { "database-region-allowed": { allowed: ["eu-west-1"] } } });
    expect(judge(rule, [loose, inRegion("eu-west-1")])[0]?.state).toBe("fail");
  });

  it("cannot tell while the region is not known", () => {
    expect(judge(rule, [inRegion(UNKNOWN)])[0]?.state).toBe("unknown");
  });
});

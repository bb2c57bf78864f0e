import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { providerTypes } from "../../../policies/lib/provider-types";
import { statefulResourcesProtected as rule } from "../../../policies/rules/data/stateful-resources-protected";
import { brief, judge, profile, resource, supabaseProject } from "../support/stack";
import { bucket } from "../support/data";

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for what Pulumi refuses to delete", () => {
    expect(judge(rule, [{ ...supabaseProject, protect: true }])[0]?.state).toBe("pass");
  });

  it("reports what it would delete, and what goes with it", () => {
    expect(judge(rule, [supabaseProject])).toMatchObject([
      { state: "fail", property: "protect", found: false, wanted: true },
    ]);
    expect(brief(judge(rule, [supabaseProject, bucket("files")]))).toEqual([
      "fail files: found it without protection; deleting it loses the files in it",
      "fail db: found it without protection; deleting it loses the database, its users' accounts and their files",
    ]);
  });

  it("leaves alone what a machine writes again, and what holds no data", () => {
    expect(judge(rule, [bucket("results", "runs")])[0]?.message).toBe(
      "its tag says that a machine writes again what is in it",
    );
    expect(judge(rule, [resource(tokens.database, "db")])[0]?.state).toBe("not-applicable");
  });

  it("lets other tiers delete, unless the stack says otherwise", () => {
    const dev = (rules = {}) => [profile({ tier: "dev", rules }), supabaseProject];
    expect(judge(rule, dev(), { stack: "dev" })[0]?.message).toBe("the tier lets it be deleted");
    const kept = { "stateful-resources-protected": { types: [providerTypes.supabaseProject] } };
    expect(judge(rule, dev(kept), { stack: "dev" })[0]?.state).toBe("fail");
  });

  it("asks for keys and secrets where the stack does", () => {
    const key = resource(providerTypes.awsKey, "key");
    expect(judge(rule, [key])[0]?.state).toBe("not-applicable");
  });
});

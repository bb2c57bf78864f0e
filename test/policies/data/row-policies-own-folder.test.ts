import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { rowPoliciesOwnFolder as rule } from "../../../policies/rules/data/row-policies-own-folder";
import { brief, judge, resource } from "../support/stack";

const own =
  "create policy p on storage.objects for select to authenticated using (bucket_id = 'projects' and (storage.foldername(name))[1] = (select auth.uid())::text)";
const policies = (list: Value, bucket: Value = "projects") =>
  resource(providerTypes.supabaseBucketPolicies, "policies", { bucket, policies: list });
const judged = (create: Value) => brief(judge(rule, [policies([{ create }])]));

// Requirement: STOR-02
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a policy of the owner's folder, however it is laid out", () => {
    expect(judged(own)).toEqual([`pass policies: ${rule.title}`]);
    expect(judged(own.replaceAll(" ", "\n  ").toUpperCase())[0]).toMatch(/^pass/);
  });

  it.each([
    [own.replace("bucket_id = 'projects' and ", ""), "the bucket"],
    [own.replace("'projects'", "'other'"), "the bucket"],
    [own.replace("to authenticated", ""), "to authenticated"],
    [own.replace("to authenticated", "to authenticated, anon"), "to authenticated"],
    [own.replace("auth.uid()", "owner"), "the user's own id"],
    ["", "the bucket, to authenticated, the user's own id"],
  ])("reports %j", (create, lacks) => {
    expect(judged(create)).toEqual([`fail policies: policies[0].create: lacks ${lacks}`]);
  });

  it("judges each policy, and one without a statement", () => {
    const results = judge(rule, [policies([{ create: own }, {}])]);
    expect(results.map(({ state, property }) => `${state} ${property}`)).toEqual([
      "pass policies[0].create",
      "fail policies[1].create",
    ]);
    expect(judge(rule, [policies({ create: "" })])[0]?.state).toBe("fail");
  });

  it("cannot tell while the policies, a statement or the bucket is not known", () => {
    expect(judge(rule, [policies(UNKNOWN)])[0]?.state).toBe("unknown");
    expect(judged(UNKNOWN)[0]).toMatch(/^unknown/);
    expect(judge(rule, [policies([{ create: own }], UNKNOWN)])[0]?.state).toBe("unknown");
  });

  it("has nothing to judge where no policy opens anything", () => {
    expect(judge(rule, [policies([])])[0]?.state).toBe("not-applicable");
    expect(judge(rule, [policies(null)])[0]?.state).toBe("not-applicable");
  });
});

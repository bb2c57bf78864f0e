import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentReviewers as rule } from "../../../policies/rules/repository/environment-reviewers";
import { part } from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: REPO-04
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (reviewers: Value, tier = "prod") =>
    brief(
      judge(
        rule,
        [profile({ tier }), part(providerTypes.githubEnvironment, { reviewers }, "environment")],
        { stack: tier },
      ),
    );

  it.each([[[{ teams: [1] }]], [[{ users: [2] }]], [[{ teams: [UNKNOWN], users: [] }]]])(
    "holds for %j",
    (reviewers) => {
      expect(ask(reviewers as Value)).toEqual([`pass environment: ${rule.title}`]);
    },
  );

  it.each([null, [], [{}], [{ teams: [], users: [] }]])("reports %j in prod", (reviewers) => {
    expect(ask(reviewers as Value)).toEqual([
      "fail environment: reviewers: found 0, wanted 1 or more teams and users",
    ]);
  });

  it.each(["dev", "staging"])("asks for nobody in %s", (tier) => {
    expect(ask(null, tier)).toEqual(["not-applicable environment: the tier asks for no reviewers"]);
  });

  it("asks for more where the stack does", () => {
    const two = profile({ rules: { "environment-reviewers": { min: 2 } } });
    const environment = (teams: Value) =>
      part(providerTypes.githubEnvironment, { reviewers: [{ teams, users: [1] }] });
    expect(judge(rule, [two, environment([])])[0]?.state).toBe("fail");
    expect(judge(rule, [two, environment([7])])[0]?.state).toBe("pass");
  });

  it("cannot tell when the lists are unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown environment: reviewers/);
    expect(ask([{ users: UNKNOWN }])[0]).toMatch(/^unknown/);
    expect(ask([{ users: UNKNOWN, teams: [1] }])[0]).toMatch(/^pass/);
  });
});

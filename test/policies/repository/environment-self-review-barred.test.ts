import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentSelfReviewBarred as rule } from "../../../policies/rules/repository/environment-self-review-barred";
import { part } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-04
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (preventSelfReview: Value, reviewers: Value = [{ users: [1] }]) =>
    brief(
      judge(rule, [
        part(providerTypes.githubEnvironment, { preventSelfReview, reviewers }, "environment"),
      ]),
    );

  it("holds when it is barred", () => {
    expect(ask(true)).toEqual([`pass environment: ${rule.title}`]);
  });

  it.each([false, null])("reports %s", (barred) => {
    expect(ask(barred)).toEqual(["fail environment: preventSelfReview: found false, wanted true"]);
  });

  it("has no ground where nobody reviews", () => {
    for (const reviewers of [null, []]) {
      expect(ask(false, reviewers)).toEqual([
        "not-applicable environment: nobody reviews deployments to it",
      ]);
    }
  });

  it("cannot tell when it is unknown, and asks where reviewers are", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown environment: preventSelfReview/);
    expect(ask(false, UNKNOWN)[0]).toMatch(/^fail/);
  });
});

import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentWaitTimer as rule } from "../../../policies/rules/repository/environment-wait-timer";
import { part } from "../support/repository";
import { brief, judge, profile } from "../support/stack";

// Requirement: REPO-04
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (waitTimer: Value, tier = "prod") =>
    brief(
      judge(
        rule,
        [profile({ tier }), part(providerTypes.githubEnvironment, { waitTimer }, "environment")],
        { stack: tier },
      ),
    );

  it.each([5, 6, 43_200])("holds for %s minutes", (wait) => {
    expect(ask(wait)).toEqual([`pass environment: ${rule.title}`]);
  });

  it.each([4, 0, null])("reports %s", (wait) => {
    expect(ask(wait)).toEqual([
      `fail environment: waitTimer: found ${wait ?? 0}, wanted 5 minutes or more`,
    ]);
  });

  it.each(["dev", "staging"])("asks for no wait in %s", (tier) => {
    expect(ask(0, tier)).toEqual(["not-applicable environment: the tier asks for no wait"]);
  });

  it("cannot tell when it is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown environment: waitTimer/);
  });
});

import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { codeScanningOn as rule } from "../../../policies/rules/repository/code-scanning-on";
import { declaredElsewhere, elsewhere, repository } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-09
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (securityAndAnalysis: PropertyMap["x"], visibility: PropertyMap["x"] = "private") =>
    brief(judge(rule, [repository({ securityAndAnalysis, visibility })]));
  const good = [`pass app: ${rule.title}`];
  const property = "securityAndAnalysis.codeSecurity.status";

  it.each(["codeSecurity", "advancedSecurity"])("holds with %s", (feature) => {
    expect(ask({ [feature]: { status: "enabled" } })).toEqual(good);
  });

  it("reports a private repository without it", () => {
    expect(ask({ codeSecurity: { status: "disabled" } })).toEqual([
      `fail app: ${property}: found disabled, wanted enabled`,
    ]);
    expect(ask(null, "internal")).toEqual([`fail app: ${property}: found nothing, wanted enabled`]);
  });

  it("has no ground in a public repository, which has it anyway", () => {
    expect(ask(null, "public")).toEqual([
      "not-applicable app: a public repository always has code scanning",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown app/);
    expect(ask({ advancedSecurity: { status: UNKNOWN } })[0]).toMatch(/^unknown app/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});

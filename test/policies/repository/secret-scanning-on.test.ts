import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { secretScanningOn as rule } from "../../../policies/rules/repository/secret-scanning-on";
import { declaredElsewhere, elsewhere, repository } from "../support/repository";
import { brief, judge } from "../support/stack";

// Requirement: REPO-10, SECR-01
describe(`${rule.id}: ${rule.title}`, () => {
  const ask = (securityAndAnalysis: PropertyMap["x"]) =>
    brief(judge(rule, [repository({ securityAndAnalysis })]));
  const on = { status: "enabled" };
  const both = { secretScanning: on, secretScanningPushProtection: on };
  const good = `pass app: ${rule.title}`;

  it("holds when both are enabled", () => {
    expect(ask(both)).toEqual([good, good]);
  });

  it.each(["secretScanning", "secretScanningPushProtection"])(
    "reports %s that is off",
    (feature) => {
      const message = `fail app: securityAndAnalysis.${feature}.status: found`;
      expect(ask({ ...both, [feature]: { status: "disabled" } })).toContain(
        `${message} disabled, wanted enabled`,
      );
      expect(ask({ ...both, [feature]: null })).toContain(`${message} nothing, wanted enabled`);
    },
  );

  it("reports a repository that says nothing of it", () => {
    expect(ask(null)).toHaveLength(2);
    expect(ask(null).every((line) => line.startsWith("fail"))).toBe(true);
  });

  it("cannot tell what is unknown", () => {
    expect(ask(UNKNOWN).every((line) => line.startsWith("unknown"))).toBe(true);
    expect(ask({ ...both, secretScanning: { status: UNKNOWN } })).toContain(
      "unknown app: securityAndAnalysis.secretScanning.status: not known before the update, wanted enabled; give it a plain value, not the output of another resource",
    );
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});

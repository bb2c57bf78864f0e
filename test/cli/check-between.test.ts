import { describe, expect, it } from "vitest";
import { checksJson, checksText } from "../../cli/commands/check";
import type { PlacedResult } from "../../core/placed-result";

const checks = [{ stack: "prod", exitCode: 0, resources: [], results: [] }] as const;
const between: PlacedResult[] = [
  {
    rule: "same-secret-names",
    state: "fail",
    urn: "urn:pulumi:staging::groundwork::groundwork:secrets:Secrets::secrets",
    level: "mandatory",
    severity: "medium",
    message: "registry: found no secret B_KEY, which the stack prod has",
    place: undefined,
    fix: undefined,
  },
];
const asked = checks.map((each) => ({ ...each, resources: [], results: [] }));

describe("what check says of stacks beside one another", () => {
  // Requirement: SECR-10
  it("follows the stacks, and is silent where nothing is wrong", () => {
    const text = checksText(asked, between);
    expect(text).toContain("\nbetween stacks: ");
    expect(text).toContain("registry: found no secret B_KEY, which the stack prod has");
    expect(checksText(asked)).not.toContain("between stacks");
  });

  it("stands in the JSON beside them", () => {
    expect(JSON.parse(JSON.stringify(checksJson(asked, between)))).toMatchObject({
      stacks: [{ stack: "prod" }],
      between: [{ rule: "same-secret-names", state: "fail" }],
    });
  });
});

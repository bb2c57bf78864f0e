import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../../core/value";
import { noSecretOutputs as rule } from "../../../policies/rules/secrets/no-secret-outputs";
import { brief, judge, resource } from "../support/stack";

const secret = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");
const mail = (outputs?: PropertyMap) =>
  resource("groundwork:mail:Mail", "mail", {}, outputs && { outputs });

// Requirement: SECR-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts outputs that only name things", () => {
    expect(
      brief(judge(rule, [mail({ secretArn: "arn:aws:x", url: "https://a.example" })])),
    ).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("reports a secret among them without quoting it", () => {
    const results = judge(rule, [mail({ apiKey: secret })]);
    expect(brief(results)).toEqual([
      `fail mail: apiKey: found Resend key, ${secret.length} characters, wanted no secret`,
    ]);
    expect(JSON.stringify(results)).not.toContain(secret);
  });

  it("leaves what providers put out alone", () => {
    const made = resource("aws:x/y:Z", "z", {}, { outputs: { apiKey: secret } });
    expect(brief(judge(rule, [made]))).toEqual([`pass groundwork-prod: ${rule.title}`]);
  });

  it("accepts that nothing is put out", () => {
    expect(judge(rule, [mail()])[0]?.state).toBe("pass");
  });
});

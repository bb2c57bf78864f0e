import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { securityPolicyPresent as rule } from "../../../policies/rules/repository/security-policy-present";
import { about, declaredElsewhere, elsewhere, part } from "../support/repository";

// Requirement: REPO-10
describe(`${rule.id}: ${rule.title}`, () => {
  const file = (content: unknown, path: unknown = "SECURITY.md", branch: unknown = null) =>
    part(
      providerTypes.githubFile,
      { content: content as string, file: path as string, branch: branch as string },
      "file",
    );
  const text = "Write to security@example.com.";

  it.each(["SECURITY.md", ".github/SECURITY.md", "docs/security.md"])("finds it at %s", (path) => {
    expect(about(rule, file(text, path))).toEqual([`pass file: ${rule.title}`]);
  });

  it("reports a repository without it, or with it elsewhere", () => {
    const message =
      "fail app: found no SECURITY.md, wanted a file with a link or an address for reports";
    expect(about(rule)).toEqual([message]);
    expect(about(rule, file(text, "src/SECURITY.md"))).toEqual([message]);
    expect(about(rule, file(text, "SECURITY.md", "draft"))).toEqual([message]);
    expect(about(rule, file(text, "SECURITY.md", "main"))[0]).toMatch(/^pass/);
  });

  it.each(["", "Tell us.", null])("reports %j", (content) => {
    expect(about(rule, file(content))).toEqual([
      "fail file: content: wanted a file with a link or an address for reports",
    ]);
  });

  it("cannot tell when its place, its text or its repository is unknown", () => {
    expect(about(rule, file(UNKNOWN))[0]).toMatch(/^unknown file: content/);
    expect(about(rule, file(text, UNKNOWN))[0]).toMatch(/^unknown app/);
    const lost = part(providerTypes.githubFile, { repository: UNKNOWN, file: "SECURITY.md" });
    expect(about(rule, lost)[0]).toMatch(/^unknown app/);
    expect(about(rule, file(text, "SECURITY.md", UNKNOWN))[0]).toMatch(/^pass/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});

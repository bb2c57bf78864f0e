import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { codeOwnersDeclared as rule } from "../../../policies/rules/repository/code-owners-declared";
import { about, codeOwnersFile, declaredElsewhere, elsewhere } from "../support/repository";

// Requirement: REPO-02, REPO-16
describe(`${rule.id}: ${rule.title}`, () => {
  const good = `pass owners: ${rule.title}`;

  it.each([".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"])("finds it at %s", (path) => {
    expect(about(rule, codeOwnersFile("* @acme/core", path))).toEqual([good]);
  });

  it.each([
    "# whose is what\n* @acme/core # all of it\n/docs/ @writer\n",
    "/docs/ @writer\n** @acme/core\n",
    "/old/\n/ someone@example.com\n",
  ])("is content with %j", (text) => {
    expect(about(rule, codeOwnersFile(text))).toEqual([good]);
  });

  it.each([
    ["", "every other file"],
    ["# * @acme/core", "every other file"],
    ["/docs/ @writer\n/src/\n", "every other file, /src/"],
    ["* @acme/core\n/vendor/\n/with\\ blank/ # nobody\n", "/vendor/, /with\\ blank/"],
    ["* @acme/core\n*\n", "*"],
  ])("reports what nobody owns in %j", (text, what) => {
    expect(about(rule, codeOwnersFile(text))).toEqual([
      `fail owners: content: nobody owns ${what}`,
    ]);
  });

  it("reports a repository without the file, and one in another spelling", () => {
    const message = "fail app: found no CODEOWNERS file, wanted one";
    expect(about(rule)).toEqual([message]);
    expect(about(rule, codeOwnersFile("* @acme/core", "codeowners"))).toEqual([message]);
  });

  it("cannot tell when its text or its place is unknown", () => {
    expect(about(rule, codeOwnersFile(UNKNOWN))[0]).toMatch(/^unknown owners: content/);
    expect(about(rule, codeOwnersFile("* @acme/core", UNKNOWN))[0]).toMatch(/^unknown app/);
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});

import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { pullRequestTemplatePresent as rule } from "../../../policies/rules/repository/pull-request-template-present";
import { about, declaredElsewhere, elsewhere, part } from "../support/repository";

// Requirement: REPO-16, REPO-17, REPO-18
describe(`${rule.id}: ${rule.title}`, () => {
  const file = (
    content: unknown,
    path: unknown = ".github/pull_request_template.md",
    branch: unknown = null,
  ) =>
    part(
      providerTypes.githubFile,
      { content: content as string, file: path as string, branch: branch as string },
      "file",
    );
  const text = "## Tests\n\n- [ ] Works on a phone\n";

  it.each([
    ".github/pull_request_template.md",
    "PULL_REQUEST_TEMPLATE.md",
    "docs/pull_request_template.txt",
    ".github/PULL_REQUEST_TEMPLATE/change.md",
  ])("finds it at %s", (path) => {
    expect(about(rule, file(text, path))).toEqual([`pass file: ${rule.title}`]);
  });

  it("reports a repository without it, or with it elsewhere", () => {
    const message =
      "fail app: found no template of pull requests, wanted a template with a list of tasks";
    expect(about(rule)).toEqual([message]);
    expect(about(rule, file(text, "src/.github/pull_request_template.md"))).toEqual([message]);
    expect(about(rule, file(text, ".github/pull_request_template.md", "draft"))).toEqual([message]);
    expect(about(rule, file(text, ".github/pull_request_template.md", "main"))[0]).toMatch(/^pass/);
  });

  it.each(["", "Say what and why.", "- [ ]", "see - [ ] here", null])("reports %j", (content) => {
    expect(about(rule, file(content))).toEqual([
      "fail file: content: wanted a template with a list of tasks",
    ]);
  });

  it("cannot tell when its place, its text or its repository is unknown", () => {
    expect(about(rule, file(UNKNOWN))[0]).toMatch(/^unknown file: content/);
    expect(about(rule, file(text, UNKNOWN))[0]).toMatch(/^unknown app/);
    const lost = part(providerTypes.githubFile, {
      repository: UNKNOWN,
      file: ".github/pull_request_template.md",
    });
    expect(about(rule, lost)[0]).toMatch(/^unknown app/);
    expect(about(rule, file(text, ".github/pull_request_template.md", UNKNOWN))[0]).toMatch(
      /^pass/,
    );
  });

  it("is asked of the stack alone that declares the repository", () => {
    expect(elsewhere(rule)).toEqual([declaredElsewhere]);
  });
});

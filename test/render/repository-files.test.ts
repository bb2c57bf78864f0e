import { describe, expect, it } from "vitest";
import { repositoryFiles, type RepositoryFilesSpec } from "../../render/repository-files";

const spec: RepositoryFilesSpec = {
  owner: "velocity",
  name: "shop",
  defaultBranch: "main",
  codeOwners: { "*": ["@velocity/web"], "/docs/": ["@octocat", "@velocity/web"] },
};

const textOf = (file: string, more: Partial<RepositoryFilesSpec> = {}) =>
  repositoryFiles({ ...spec, ...more }).find((it) => it.file === file)?.text;

// Requirement: REPO-16, REPO-17, REPO-18
describe("the files of a repository", () => {
  it("are CODEOWNERS, the forms of releases and pull requests and SECURITY.md, each ending its last line", () => {
    const files = repositoryFiles(spec);
    expect(files.map(({ file }) => file)).toEqual([
      ".github/CODEOWNERS",
      ".github/ISSUE_TEMPLATE/release.yml",
      ".github/pull_request_template.md",
      "SECURITY.md",
    ]);
    for (const { text } of files) expect(text).toMatch(/[^\n]\n$/);
  });

  it("name the owners in the order of their patterns, since the last match decides", () => {
    expect(textOf(".github/CODEOWNERS")?.split("\n").slice(1, 3)).toEqual([
      "* @velocity/web",
      "/docs/ @octocat @velocity/web",
    ]);
  });

  it("leave CODEOWNERS out where nobody owns anything", () => {
    expect(textOf(".github/CODEOWNERS", { codeOwners: {} })).toBeUndefined();
  });

  it.each([
    [
      "Review",
      [
        "two team leads",
        "Security review",
        "Architecture review",
        "Documentation",
        "Migrations reviewed",
      ],
    ],
    ["Tested by hand", ["staging", "Firefox", "phone", "WCAG 2.1 AA", "Load test"]],
    [
      "Change control",
      [
        "Change request approved",
        "Risk assessed",
        "Rollback plan",
        "Success criteria",
        "Alerts configured",
      ],
    ],
  ])("ask in a pull request under %s for each thing that a person confirms", (heading, things) => {
    const text = textOf(".github/pull_request_template.md") ?? "";
    const section = text.split("## ").find((part) => part.startsWith(`${heading}\n`)) ?? "";
    const boxes = section.split("\n").filter((line) => line.startsWith("- [ ] "));
    expect(boxes).toHaveLength(things.length);
    for (const [at, thing] of things.entries()) expect(boxes[at]).toContain(thing);
  });

  it("tell where to report a vulnerability, by mail too where there is an address", () => {
    const form = "https://github.com/velocity/shop/security/advisories/new";
    expect(textOf("SECURITY.md")).toContain(form);
    expect(textOf("SECURITY.md")).not.toContain("write to");
    const securityContact = "security@example.com";
    expect(textOf("SECURITY.md", { securityContact })).toContain(`write to ${securityContact}.`);
  });
});

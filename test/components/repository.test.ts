import { describe, expect, it } from "vitest";
import { find, listOf } from "../support/mocks";
import { Component, declare, full, smallest, t } from "./repository-declared";

// Requirement: REPO-01, REPO-02, REPO-08, REPO-10, REPO-19, REPO-20, CONF-22, CONF-41
describe("the smallest Repository, in the stack that declares it", () => {
  it("declares the repository, its rules and its first files, and nothing else", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${t("ActionsRepositoryPermissions")} repository-actions`,
      `${t("BranchDefault")} repository-default-branch`,
      `${t("BranchProtection")} repository-protection`,
      `${t("Repository")} repository`,
      `${t("RepositoryDependabotSecurityUpdates")} repository-security-updates`,
      `${t("RepositoryFile")} repository-file-.github/ISSUE_TEMPLATE/release.yml`,
      `${t("RepositoryFile")} repository-file-.github/pull_request_template.md`,
      `${t("RepositoryFile")} repository-file-SECURITY.md`,
      `${t("RepositoryVulnerabilityAlerts")} repository-vulnerability-alerts`,
      `${t("WorkflowRepositoryPermissions")} repository-workflow-permissions`,
      `${Component} repository`,
    ]);
    for (const { name, parent } of resources.filter(({ custom }) => custom)) {
      expect(parent, name).toBe(`${Component} repository`);
    }
  });

  it("makes it private, with a first commit, merged by squash alone", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, t("Repository")).inputs).toEqual({
      name: "shop",
      visibility: "private",
      autoInit: true,
      allowMergeCommit: false,
      allowSquashMerge: true,
      allowRebaseMerge: false,
      squashMergeCommitTitle: "PR_TITLE",
      squashMergeCommitMessage: "PR_BODY",
      allowUpdateBranch: true,
      deleteBranchOnMerge: true,
      webCommitSignoffRequired: false,
      hasIssues: true,
    });
  });

  it("asks for nine checks on an up-to-date branch, two reviews and code owners, of everybody", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, t("BranchProtection")).inputs).toEqual({
      repositoryId: "R_node",
      pattern: "main",
      enforceAdmins: true,
      allowsDeletions: false,
      allowsForcePushes: false,
      requireConversationResolution: true,
      requireSignedCommits: false,
      requiredLinearHistory: false,
      requiredStatusChecks: [
        {
          strict: true,
          contexts: [
            "test",
            "build-frontend",
            "build-orchestrator",
            "build-preview-container",
            "security-scan",
            "container-scan",
            "smoke-e2e",
            "performance-budget",
            "policy",
          ],
        },
      ],
      requiredPullRequestReviews: [
        {
          requiredApprovingReviewCount: 2,
          dismissStaleReviews: true,
          requireCodeOwnerReviews: true,
          requireLastPushApproval: true,
        },
      ],
    });
  });

  it("lets only pinned actions of GitHub's own run, with a token that reads", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, t("ActionsRepositoryPermissions")).inputs).toEqual({
      repository: "shop",
      allowedActions: "selected",
      shaPinningRequired: true,
      allowedActionsConfig: {
        githubOwnedAllowed: true,
        verifiedAllowed: false,
        patternsAlloweds: [],
      },
    });
    expect(find(resources, t("WorkflowRepositoryPermissions")).inputs).toEqual({
      repository: "shop",
      defaultWorkflowPermissions: "read",
      canApprovePullRequestReviews: false,
    });
  });

  it("asks for alerts on dependencies, and once they are on for updates that mend them", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, t("RepositoryVulnerabilityAlerts")).inputs).toEqual({
      repository: "shop",
      enabled: true,
    });
    const updates = find(resources, t("RepositoryDependabotSecurityUpdates"));
    expect(updates.inputs).toEqual({ repository: "shop", enabled: true });
    expect(updates.options.dependsOn).toContain("repository-vulnerability-alerts");
  });
});

// Requirement: REPO-16, REPO-17, REPO-18
describe("managed files", () => {
  it("are committed one after the other on the default branch, before it is protected", async () => {
    const { resources } = await declare(full);
    const files = resources.filter(({ type }) => type === t("RepositoryFile"));
    expect(files.map(({ name }) => name)).toEqual([
      "repository-file-.github/CODEOWNERS",
      "repository-file-.github/ISSUE_TEMPLATE/release.yml",
      "repository-file-.github/pull_request_template.md",
      "repository-file-SECURITY.md",
    ]);
    const [owners, form, template, security] = files;
    expect(owners!.options.dependsOn).toContain("repository-default-branch");
    expect(form!.options.dependsOn).toContain(owners!.name);
    expect(template!.options.dependsOn).toContain(form!.name);
    expect(security!.options.dependsOn).toContain(template!.name);
    const protection = find(resources, t("BranchProtection"));
    expect(protection.options.dependsOn).toEqual(
      expect.arrayContaining([
        "repository-default-branch",
        ...files.map(({ name }) => name),
      ]) as string[],
    );
  });

  it("are left alone from then on, since protection refuses every direct commit", async () => {
    const { resources } = await declare(full);
    for (const { options } of resources.filter(({ type }) => type === t("RepositoryFile"))) {
      expect(options).toMatchObject({
        ignoreChanges: ["content", "commitMessage"],
        retainOnDelete: true,
      });
    }
  });

  it("hold what was asked for", async () => {
    const { resources } = await declare(full);
    const file = (path: string) =>
      find(resources, t("RepositoryFile"), `repository-file-${path}`).inputs;
    expect(file(".github/CODEOWNERS")).toEqual({
      repository: "shop",
      branch: "main",
      file: ".github/CODEOWNERS",
      content:
        "# The last pattern that matches decides.\n* @velocity/platform-team\n/docs/ @octocat\n",
      commitMessage: "Add .github/CODEOWNERS",
    });
    expect(file("SECURITY.md")["content"]).toContain("or write to security@example.com");
  });

  it("come by a pull request where files is none", async () => {
    const { resources } = await declare({ ...full, files: "none" });
    expect(resources.filter(({ type }) => type === t("RepositoryFile"))).toEqual([]);
  });
});

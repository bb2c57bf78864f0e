import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { find, listOf, valueOf } from "../support/mocks";
import { Component, computed, declare, full, smallest, t } from "./repository-declared";

// Requirement: COMP-03, DR-18, REPO-03, REPO-04, REPO-05, REPO-09, ENV-18
describe("a Repository with everything", () => {
  it("declares teams, their access, and the environment", async () => {
    const { resources } = await declare(full);
    const more = listOf(resources).filter((it) => /Team|Environment/.test(it));
    expect(more).toEqual([
      `${t("ActionsEnvironmentVariable")} repository-environment-LOG_LEVEL`,
      `${t("RepositoryEnvironment")} repository-environment`,
      `${t("Team")} repository-team-platform-team`,
      `${t("Team")} repository-team-product`,
      `${t("Team")} repository-team-support`,
      `${t("Team")} repository-team-tech-leads`,
      `${t("TeamMembers")} repository-members-platform-team`,
      `${t("TeamRepository")} repository-access-platform-team`,
      `${t("TeamRepository")} repository-access-support`,
      `${t("TeamRepository")} repository-access-tech-leads`,
    ]);
  });

  it("gives each team what it may do, and lists everyone in it", async () => {
    const { resources } = await declare(full);
    expect(find(resources, t("Team"), "repository-team-platform-team").inputs).toEqual({
      name: "platform-team",
      description: "Runs the platform",
      privacy: "closed",
    });
    expect(find(resources, t("TeamMembers")).inputs).toEqual({
      teamSlug: "made-slug",
      members: [
        { username: "devops-lead", role: "maintainer" },
        { username: "backend-lead", role: "member" },
      ],
    });
    expect(find(resources, t("TeamRepository"), "repository-access-platform-team").inputs).toEqual({
      teamId: "repository-team-platform-team-id",
      repository: "shop",
      permission: "maintain",
    });
  });

  it("says which team does what in an incident", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Component).outputs).toEqual({
      fullName: "velocity/shop",
      environmentName: "production",
      incidentTeams: {
        commander: "tech-leads",
        engineering: "platform-team",
        communication: "product",
        customers: "support",
      },
    });
  });

  it("gates the environment: reviewers by name, a wait, protected branches, no way around", async () => {
    const numbered = { ...computed, [t("Team")]: { slug: "s", id: "11" } };
    const { resources } = await declare(full, { outputs: numbered });
    const environment = find(resources, t("RepositoryEnvironment"));
    expect(environment.inputs).toMatchObject({
      repository: "shop",
      environment: "production",
      canAdminsBypass: false,
      preventSelfReview: true,
      waitTimer: 5,
      deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
    });
    const [reviewers] = environment.inputs["reviewers"] as [{ teams: number[]; users: number[] }];
    expect(reviewers.teams[1]).toBe(77);
    expect(reviewers.users).toEqual([42]);
    expect(environment.options.dependsOn).toEqual(
      expect.arrayContaining([
        "repository-protection",
        "repository-access-platform-team",
      ]) as string[],
    );
  });

  it("protects, signs and merges as it was told", async () => {
    const { resources } = await declare(full);
    const repository = find(resources, t("Repository"));
    expect(repository.options.protect).toBe(true);
    expect(repository.inputs).toMatchObject({
      description: "The shop",
      allowMergeCommit: true,
      allowSquashMerge: false,
      allowRebaseMerge: true,
      deleteBranchOnMerge: false,
      webCommitSignoffRequired: true,
      securityAndAnalysis: {
        secretScanning: { status: "enabled" },
        secretScanningPushProtection: { status: "enabled" },
        codeSecurity: { status: "enabled" },
      },
    });
    expect(repository.inputs).not.toHaveProperty("squashMergeCommitTitle");
    expect(find(resources, t("BranchProtection")).inputs).toMatchObject({
      requireSignedCommits: true,
      requiredLinearHistory: true,
      requiredStatusChecks: [{ strict: true, contexts: ["test"] }],
    });
  });

  it("repeats its args as inputs, without functions", async () => {
    const { resources } = await declare({ ...full, transform: { repository: () => undefined } });
    expect(find(resources, Component).inputs).toEqual(full);
  });

  it("lets a transform have the last word on every kind of child", async () => {
    const seen: string[] = [];
    const note = (_args: unknown, _opts: unknown, name: string) => void seen.push(name);
    const transform = Object.fromEntries(
      [
        "repository",
        "branchDefault",
        "protection",
        "actions",
        "workflowPermissions",
        "vulnerabilityAlerts",
        "securityUpdates",
        "file",
        "team",
        "teamMembers",
        "teamRepository",
        "environment",
        "deploymentPolicy",
        "variable",
      ].map((kind) => [kind, note]),
    );
    const environment = { ...full.environment!, branches: ["main"] };
    const { resources } = await declare({ ...full, environment, transform });
    const children = resources.filter(({ custom }) => custom).map(({ name }) => name);
    expect(seen.sort()).toEqual(children.sort());
  });
});

// Requirement: OPS-06
describe("an environment for comparisons", () => {
  it("has no gate, and lets protected branches in alone", async () => {
    const environment = { ...full.environment!, drift: "production-drift" };
    const { resources } = await declare({ ...full, environment });
    const { inputs } = find(resources, t("RepositoryEnvironment"), "repository-environment-drift");
    expect(inputs).toMatchObject({
      environment: "production-drift",
      canAdminsBypass: false,
      deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
    });
    expect(Object.keys(inputs)).not.toEqual(expect.arrayContaining(["reviewers"]));
  });
});

describe("an environment for named branches", () => {
  it("has a policy for each pattern, and takes no other branch", async () => {
    const environment = { name: "staging", branches: ["main", "release/*"] };
    const { resources } = await declare({ ...smallest, environment });
    expect(find(resources, t("RepositoryEnvironment")).inputs["deploymentBranchPolicy"]).toEqual({
      protectedBranches: false,
      customBranchPolicies: true,
    });
    const policies = resources.filter(
      ({ type }) => type === t("RepositoryEnvironmentDeploymentPolicy"),
    );
    expect(policies.map(({ inputs }) => inputs)).toEqual([
      { repository: "shop", environment: "staging", branchPattern: "main" },
      { repository: "shop", environment: "staging", branchPattern: "release/*" },
    ]);
  });
});

describe("a Repository that another stack declares", () => {
  it("gets this stack's environment, and nothing else, by its name", async () => {
    const { resources } = await declare({
      ...full,
      owned: false,
      environment: { name: "staging" },
    });
    expect(listOf(resources)).toEqual([
      `${t("RepositoryEnvironment")} repository-environment`,
      `${Component} repository`,
    ]);
    expect(find(resources, t("RepositoryEnvironment")).inputs).toEqual({
      repository: "shop",
      environment: "staging",
      canAdminsBypass: false,
      deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
    });
  });

  it("looks its reviewers up by name, since it has made none of the teams", async () => {
    const environment = { name: "staging", reviewers: { teams: ["elsewhere"] } };
    const { resources } = await declare({ ...full, owned: false, environment });
    expect(find(resources, t("RepositoryEnvironment")).inputs["reviewers"]).toEqual([
      { teams: [77], users: [] },
    ]);
  });

  it("is left alone where this stack has no environment", async () => {
    const { resources, result } = await declare({ ...smallest, owned: false });
    expect(listOf(resources)).toEqual([`${Component} repository`]);
    expect(result.environment).toBeUndefined();
  });
});

describe("before anything exists", () => {
  it("is previewed with what GitHub alone knows left open", async () => {
    const { resources } = await declare(full, { preview: true, outputs: {} });
    const { inputs } = find(resources, t("RepositoryEnvironment"));
    expect(inputs).toMatchObject({ repository: "shop", environment: "production", waitTimer: 5 });
  });

  it("tells its environment to what comes into it", async () => {
    const { result } = await declare(full);
    const { repository, environment } = result.environment!;
    expect(await valueOf(pulumi.all([repository, environment]))).toEqual(["shop", "production"]);
  });
});

describe("a public Repository", () => {
  it("has its secrets scanned on any plan, and leaves alone what is always on", async () => {
    const { resources } = await declare({ ...smallest, plan: "free", visibility: "public" });
    expect(find(resources, t("Repository")).inputs["securityAndAnalysis"]).toEqual({
      secretScanning: { status: "enabled" },
      secretScanningPushProtection: { status: "enabled" },
    });
  });
});

import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN, type Value } from "../../../core/value";
import { repositoryDeclared as rule } from "../../../policies/rules/repository/repository-declared";
import { hostedSite } from "../support/hosted";
import { repository } from "../support/repository";
import { brief, judge, profile, vercelProject } from "../support/stack";

// Requirement: REPO-19
describe(`${rule.id}: ${rule.title}`, () => {
  const app = (repo: Value = "acme/platform", type: Value = "github"): DeclaredResource => ({
    ...vercelProject,
    inputs: { gitRepository: { type, repo } },
  });
  const ask = (owner: string, ...resources: DeclaredResource[]) =>
    brief(judge(rule, [profile({ shared: { owner } }), ...resources]));
  const good = [`pass web: ${rule.title}`];

  it("holds when the repository of that name is declared, in any case", () => {
    expect(ask("prod", app(), repository())).toEqual(good);
    expect(ask("prod", app("acme/Platform"), repository())).toEqual(good);
    expect(ask("prod", app(), repository({ name: "PLATFORM" }))).toEqual(good);
    expect(ask("prod", app("platform"), repository())).toEqual(good);
  });

  it("reports a stack without it, in full", () => {
    expect(judge(rule, [app(), repository({ name: "docs" })])).toEqual([
      {
        rule: "repository-declared",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::vercel:index/project:Project::web",
        level: "mandatory",
        severity: "high",
        message: "gitRepository.repo: found acme/platform, wanted a Repository of that name",
        property: "gitRepository.repo",
        input: "gitRepository.repo",
        found: "acme/platform",
        wanted: "a Repository of that name",
      },
    ]);
    expect(ask("prod", app())[0]).toMatch(/^fail/);
  });

  it("leaves it to the stack that declares what stacks share", () => {
    expect(ask("live", app())).toEqual([
      "not-applicable groundwork-prod: the stack live declares what stacks share",
    ]);
  });

  it("cannot tell when a name is unknown", () => {
    expect(ask("prod", app(UNKNOWN), repository())[0]).toMatch(/^unknown web: gitRepository.repo/);
    const unnamed = repository({ name: UNKNOWN }, "unnamed");
    expect(ask("prod", app(), unnamed)[0]).toMatch(/^unknown web/);
    expect(ask("prod", app(), unnamed, repository())).toEqual(good);
  });

  it("has no ground where no app is built from GitHub", () => {
    for (const other of [[], [vercelProject], [app("acme/platform", "gitlab")]]) {
      expect(ask("prod", ...other)).toEqual([
        "not-applicable groundwork-prod: the stack builds no app from GitHub",
      ]);
    }
  });

  it("asks the same of a site on another host", () => {
    const site = hostedSite({ gitRepository: { type: "github", repo: "acme/platform" } });
    expect(ask("prod", site, repository())).toEqual([`pass web-site: ${rule.title}`]);
    expect(ask("prod", site)[0]).toMatch(/^fail web-site: gitRepository.repo: found acme/);
  });
});

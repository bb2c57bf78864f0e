import { describe, expect, it } from "vitest";
import { parseSettings } from "../../../config/parse";
import { tiers } from "../../../core/profile";

const least = {
  stack: { tier: "staging", product: "shop", owner: "web-team" },
  hosting: { name: "shop", gitRepository: { type: "github", repo: "acme/shop" } },
  database: { name: "shop", organizationId: "acme", region: "ca-central-1" },
  uptime: { checks: {} },
  budget: { monthlyUsd: 10, awsUsd: 1, owner: "web-team", emails: ["web@example.com"] },
};
const secret = { owner: "web-team", source: "generated", rotationDays: 90 };

function parsed(repository: object | undefined, more: object = {}) {
  return parseSettings({ ...least, ...(repository && { repository }), ...more });
}

function settings(...given: Parameters<typeof parsed>) {
  const found = parsed(...given);
  if ("problems" in found) throw new Error(JSON.stringify(found.problems));
  return found.settings.repository;
}

function problems(...given: Parameters<typeof parsed>): string[] {
  const found = parsed(...given);
  if (!("problems" in found)) return [];
  return found.problems.map(({ path, found: what, allowed, fix }) =>
    [`${path}: ${what}`, allowed && `expected ${allowed}`, fix].filter(Boolean).join("; "),
  );
}

// Requirement: REPO-03, REPO-04, ENV-18
describe("the repository of a stack file", () => {
  it("is the one that hosting is built from, with the environment of the tier", () => {
    expect(settings({ plan: "team", environment: {} })).toEqual({
      owner: "acme",
      name: "shop",
      plan: "team",
      protect: false,
      environment: { name: "staging" },
    });
  });

  it("is the one that the file names, with the environment that it names", () => {
    const own = { owner: "velocity", name: "web", plan: "team", environment: { name: "live" } };
    expect(settings(own)).toMatchObject(own);
  });

  it.each(tiers)(
    "is kept from deletion in tier %s as the tier says, unless the file does",
    (tier) => {
      const stack = { ...least.stack, tier };
      expect(settings({ plan: "team" }, { stack })?.protect).toBe(tier === "prod");
      expect(settings({ plan: "team", protect: true }, { stack })?.protect).toBe(true);
    },
  );

  it("is none where the file has none", () => {
    expect(settings(undefined)).toBeUndefined();
  });

  it("must be named where hosting is built from none on GitHub", () => {
    const hosting = { name: "shop", gitRepository: { type: "gitlab", repo: "acme/tools/shop" } };
    expect(problems({ plan: "team" }, { hosting })).toEqual([
      "groundwork:repository.owner: missing, and groundwork:hosting.gitRepository names no repository on GitHub; add owner",
      "groundwork:repository.name: missing, and groundwork:hosting.gitRepository names no repository on GitHub; add name",
    ]);
  });

  it("is refused what its plan does not have, on the line that asks for it", () => {
    expect(problems({ plan: "team", environment: { waitTimer: 5 } })).toEqual([
      "groundwork:repository.environment.waitTimer: a wait timer for a repository that is private, on GitHub's plan team; expected enterprise as the plan, or a public repository; remove it, say visibility: public, or say plan: enterprise if the organization has it",
    ]);
  });

  it("is refused settings that do not go together", () => {
    const repository = {
      plan: "team",
      teams: { web: {} },
      codeOwners: { "*": ["@acme/web"] },
    };
    expect(problems(repository)).toEqual([
      "groundwork:repository.codeOwners.*[0]: @acme/web, with no access; expected a team that may push: GitHub passes over the others without a word; say permission: push for teams.web",
    ]);
  });
});

// Requirement: SECR-01
describe("a secret for GitHub", () => {
  const registry = (github: object) => ({
    secretRegistry: { TOKEN: { ...secret, destinations: { github } } },
  });
  const homeless =
    "groundwork:secretRegistry.TOKEN.destinations.github: this stack has no environment on GitHub; add groundwork:repository.environment, or name repository and environments here";

  it.each<[string, object | undefined, object]>([
    ["without a repository", undefined, {}],
    ["without an environment", { plan: "team" }, {}],
    ["without an environment, for all jobs", { plan: "team" }, { scope: "repository" }],
    ["that names half of the way", { plan: "team" }, { environments: ["live"] }],
  ])("is refused in a stack %s", (_what, repository, github) => {
    expect(problems(repository, registry(github))).toEqual([homeless]);
  });

  it.each<[string, object | undefined, object]>([
    ["has an environment", { plan: "team", environment: {} }, {}],
    ["names both itself", undefined, { repository: "shop", environments: ["live"] }],
    ["names the repository for all jobs", undefined, { repository: "shop", scope: "repository" }],
  ])("is taken where the stack %s", (_what, repository, github) => {
    expect(problems(repository, registry(github))).toEqual([]);
  });

  it("is for environments or for all jobs, never for both", () => {
    const github = { scope: "repository", environments: ["live"] };
    expect(problems({ plan: "team", environment: {} }, registry(github))).toEqual([
      "groundwork:secretRegistry.TOKEN.destinations.github.environments: got a list of 1; expected no environments where all jobs of the repository see it; remove one of them",
    ]);
  });
});

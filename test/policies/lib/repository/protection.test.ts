import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../../core/resource";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { providerTypes } from "../../../../policies/lib/provider-types";
import { protectionOf } from "../../../../policies/lib/repository/protection";
import { stackView } from "../../../../policies/stack-view";
import {
  checkNames,
  classic,
  part,
  repository,
  reviewBlock,
  ruleset,
  rulesetRules,
} from "../../support/repository";

const protection = (...rules: DeclaredResource[]) =>
  protectionOf(stackView([repository(), ...rules], "prod"), repository());
const namesOf = (...rules: DeclaredResource[]) =>
  protection(...rules).sources.map(({ resource }) => resource.name);
const reviews = (requiredApprovingReviewCount: number) => [
  reviewBlock({ requiredApprovingReviewCount }),
];

// Requirement: REPO-01, REPO-02
describe("protectionOf", () => {
  it("asks nothing where nothing is declared", () => {
    expect(protection()).toMatchObject({
      branch: "main",
      sources: [],
      open: false,
      demands: { noDeletion: false, approvals: { count: 0, open: false } },
    });
  });

  it("adds up what classic rules and rulesets ask", () => {
    const some = classic({
      requiredPullRequestReviews: reviews(3),
      requiredLinearHistory: false,
      requiredStatusChecks: [{ contexts: ["a"] }],
    });
    const checks = { requiredChecks: [{ context: "b" }, { context: "a" }] };
    const { demands, sources } = protection(
      ruleset({ rules: rulesetRules({ requiredStatusChecks: checks }) }),
      some,
    );
    expect(sources.map(({ resource }) => resource.name)).toEqual(["rule", "set"]);
    expect(demands).toMatchObject({
      approvals: { count: 3, open: false },
      checks: { names: ["a", "b"], open: false },
      linearHistory: true,
      upToDate: false,
    });
  });

  it("lets the classic rule that names the branch alone hold", () => {
    const exact = classic({ requiredPullRequestReviews: reviews(1) }, "exact");
    expect(namesOf(exact, classic({ pattern: "*" }, "all"))).toEqual(["exact"]);
    const unknown = classic({ pattern: UNKNOWN }, "unknown");
    expect(protection(exact, unknown)).toMatchObject({
      open: false,
      demands: { approvals: { count: 1, open: false } },
    });
  });

  it("counts of several patterns only what each of them asks", () => {
    const { demands, sources } = protection(
      classic({ pattern: "ma*", requireSignedCommits: false }, "one"),
      classic(
        {
          pattern: "*",
          requiredPullRequestReviews: reviews(1),
          requiredStatusChecks: [{ strict: UNKNOWN, contexts: checkNames.slice(1) }],
        },
        "two",
      ),
    );
    expect(sources).toHaveLength(2);
    expect(demands).toMatchObject({
      signedCommits: false,
      linearHistory: true,
      upToDate: "open",
      approvals: { count: 1, open: false },
      checks: { names: checkNames.slice(1), open: false },
    });
  });

  it("leaves open what rules of unknown patterns, or of unknown repositories, ask", () => {
    const open = { sources: [], open: true, demands: { noDeletion: "open", upToDate: "open" } };
    expect(protection(classic({ pattern: UNKNOWN }))).toMatchObject(open);
    expect(protection(classic({ repositoryId: UNKNOWN }))).toMatchObject(open);
    expect(protection(ruleset({ repository: UNKNOWN }))).toMatchObject(open);
    const half = classic({ pattern: UNKNOWN, requireSignedCommits: false });
    expect(protection(half).demands.signedCommits).toBe(false);
    const wild = classic({ pattern: "*" }, "all");
    expect(protection(wild, classic({ pattern: UNKNOWN }, "unknown"))).toMatchObject(open);
  });

  it.each([
    [{ includes: ["~ALL"], excludes: [] }, true],
    [{ includes: ["refs/heads/main"], excludes: [] }, true],
    [{ includes: ["refs/heads/m*"], excludes: ["refs/heads/mine"] }, true],
    [{ includes: ["main"], excludes: [] }, false],
    [{ includes: [], excludes: [] }, false],
    [{ includes: ["~DEFAULT_BRANCH"], excludes: ["refs/heads/main"] }, false],
    [null, false],
  ])("takes a ruleset for %j to be for main: %s", (refName, covers) => {
    expect(namesOf(ruleset({ conditions: { refName } }))).toEqual(covers ? ["set"] : []);
    expect(protection(ruleset({ conditions: { refName } })).open).toBe(false);
  });

  it.each([{ enforcement: "evaluate" }, { enforcement: null }, { target: "tag" }])(
    "counts no ruleset with %j",
    (changes) => {
      expect(protection(ruleset(changes))).toMatchObject({ sources: [], open: false });
    },
  );

  it.each<PropertyMap>([
    { enforcement: UNKNOWN },
    { target: UNKNOWN },
    { conditions: UNKNOWN },
    { conditions: { refName: { includes: [UNKNOWN], excludes: [] } } },
    { conditions: { refName: { includes: ["~ALL"], excludes: [UNKNOWN] } } },
  ])("leaves open what a ruleset asks of which a value is unknown (%#)", (changes) => {
    expect(protection(ruleset(changes))).toMatchObject({
      sources: [],
      open: true,
      demands: { noDeletion: "open", approvals: { count: 0, open: true } },
      inescapable: { checks: { names: [], open: true } },
    });
  });

  it("knows the default branch from its resource, the repository, or GitHub's habit", () => {
    const trunk = part(providerTypes.githubBranchDefault, { branch: "trunk" });
    expect(protection(trunk).branch).toBe("trunk");
    const old = repository({ defaultBranch: "master" });
    expect(protectionOf(stackView([old], "prod"), old).branch).toBe("master");
    const unknown = part(providerTypes.githubBranchDefault, { branch: UNKNOWN });
    expect(protection(unknown).branch).toBeUndefined();
    expect(protection(unknown, ruleset()).sources).toHaveLength(1);
    const named = { refName: { includes: ["refs/heads/x"], excludes: [] } };
    expect(protection(unknown, ruleset({ conditions: named })).open).toBe(true);
  });

  it("says what nobody passes by", () => {
    const { demands, inescapable } = protection(classic({ enforceAdmins: false }));
    expect(demands.noDeletion).toBe(true);
    expect(inescapable).toMatchObject({ noDeletion: false, approvals: { count: 0 } });
    expect(protection(classic({ enforceAdmins: UNKNOWN })).inescapable.noDeletion).toBe("open");
  });
});

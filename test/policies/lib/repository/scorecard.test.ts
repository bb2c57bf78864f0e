import { describe, expect, it } from "vitest";
import { type Demands, noDemands } from "../../../../policies/lib/repository/demands";
import { type ScorecardInput, scorecard } from "../../../../policies/lib/repository/scorecard";

const full: Demands = {
  ...noDemands,
  pullRequest: true,
  staleReviewsDismissed: true,
  codeOwnerReview: true,
  lastPushApproved: true,
  upToDate: true,
  noForcePushes: true,
  noDeletion: true,
  approvals: { count: 2, open: false },
  checks: { names: ["test"], open: false },
};
const score = (changes: Partial<Demands>, rest: Partial<ScorecardInput> = {}, open = false) =>
  scorecard(
    { demands: { ...full, ...changes }, adminsBound: true, codeOwnersFile: true, ...rest },
    open,
  );

// Requirement: REPO-01, REPO-02
describe("scorecard", () => {
  it("gives ten points for everything, at tier 5", () => {
    expect(score({})).toEqual({ tier: 5, score: 10, lacking: [] });
  });

  it.each<[Partial<Demands>, Partial<ScorecardInput>, ...[number, number, string[]]]>([
    [{ noForcePushes: false }, {}, 0, 1, ["force pushes blocked"]],
    [{ noDeletion: false }, {}, 0, 1, ["deletion blocked"]],
    [
      { noForcePushes: false, noDeletion: false },
      {},
      0,
      0,
      ["force pushes blocked", "deletion blocked"],
    ],
    [{ approvals: { count: 0, open: false } }, {}, 1, 4, ["1 approving review"]],
    [{ pullRequest: false }, {}, 1, 5, ["pull requests for every change"]],
    [{ upToDate: false }, {}, 1, 5, ["branches up to date before merging"]],
    [{ lastPushApproved: false }, {}, 1, 5, ["approval of the last push"]],
    [{ checks: { names: [], open: false } }, {}, 2, 6, ["1 required check"]],
    [{ approvals: { count: 1, open: false } }, {}, 3, 8, ["2 approving reviews"]],
    [{ codeOwnerReview: false }, {}, 3, 8, ["review by the owners in a CODEOWNERS file"]],
    [{}, { codeOwnersFile: false }, 3, 8, ["review by the owners in a CODEOWNERS file"]],
    [{ staleReviewsDismissed: false }, {}, 4, 9, ["stale reviews dismissed"]],
    [{}, { adminsBound: false }, 4, 9, ["rules that bind administrators"]],
  ])("scores %j with %j", (changes, rest, ...expected) => {
    const { tier, score: points, lacking } = score(changes, rest);
    expect([tier, points, lacking]).toEqual(expected);
  });

  it("gives nothing for a tier above one that is not met", () => {
    expect(score({ noDeletion: false, approvals: { count: 6, open: false } }).score).toBe(1);
    expect(score({ checks: { names: [], open: false }, staleReviewsDismissed: false }).score).toBe(
      6,
    );
  });

  it.each<[Partial<Demands>, Partial<ScorecardInput>]>([
    [{ staleReviewsDismissed: "open" }, {}],
    [{ approvals: { count: 1, open: true } }, {}],
    [{ checks: { names: [], open: true } }, {}],
    [{ codeOwnerReview: "open" }, {}],
    [{}, { codeOwnersFile: "open" }],
    [{}, { adminsBound: "open" }],
  ])("counts what is not known yet as it is told to: %j %j", (changes, rest) => {
    expect(score(changes, rest, true).tier).toBe(5);
    expect(score(changes, rest, false).tier).toBeLessThan(5);
  });

  it("never takes for possible what is known to be missing", () => {
    const both = { codeOwnersFile: "open" } as const;
    expect(score({ codeOwnerReview: false }, both, true).tier).toBe(3);
    expect(score({ codeOwnerReview: "open" }, { codeOwnersFile: false }, true).tier).toBe(3);
  });
});

import type { Edit } from "./edit";

const protection = ["repository", "protection"];
const environment = ["repository", "environment"];

export const repositoryEdits: readonly Edit[] = [
  {
    requirement: "REPO-01",
    at: [...protection, "checks"],
    to: ["test", "policy"],
    fails: ["required-checks-complete"],
  },
  {
    requirement: "REPO-02",
    at: [...protection, "requiredApprovingReviewCount"],
    to: 1,
    fails: ["approving-reviews-required", "scorecard-branch-protection"],
  },
  {
    requirement: "REPO-02",
    at: [...protection, "dismissStaleReviews"],
    to: false,
    fails: ["scorecard-branch-protection", "stale-reviews-dismissed"],
  },
  { requirement: "REPO-04", at: [...environment, "waitTimer"], fails: ["environment-wait-timer"] },
  { requirement: "REPO-04", at: [...environment, "reviewers"], fails: ["environment-reviewers"] },
  { requirement: "REPO-10", at: ["repository", "dependabot"], to: false, fails: ["dependabot-on"] },
  {
    requirement: "REPO-09",
    at: ["repository", "addOns"],
    to: ["secretProtection"],
    fails: ["code-scanning-on"],
  },
  {
    requirement: "CONF-41",
    at: ["repository", "actions", "shaPinningRequired"],
    to: false,
    fails: ["actions-pinned"],
  },
  {
    requirement: "REPO-16",
    at: ["repository", "codeOwners", "*"],
    fails: ["code-owners-declared"],
  },
  {
    requirement: "COMP-03",
    at: ["repository", "teams", "platform-team", "permission"],
    to: "admin",
    fails: ["team-access-limited"],
  },
  {
    requirement: "REPO-01",
    beside: "a second protection of main that lets history be replaced",
    fails: [
      "approving-reviews-required",
      "branch-deletion-blocked",
      "branches-up-to-date",
      "code-owner-reviews-required",
      "conversations-resolved",
      "force-pushes-blocked",
      "history-linear-or-signed",
      "last-push-approved",
      "required-checks-complete",
      "scorecard-branch-protection",
      "stale-reviews-dismissed",
    ],
  },
];

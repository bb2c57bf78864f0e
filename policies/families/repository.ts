import type { Rule } from "../rule";
import { actionsPinned } from "../rules/repository/actions-pinned";
import { actionsRestricted } from "../rules/repository/actions-restricted";
import { approvingReviewsRequired } from "../rules/repository/approving-reviews-required";
import { branchDeletionBlocked } from "../rules/repository/branch-deletion-blocked";
import { branchesUpToDate } from "../rules/repository/branches-up-to-date";
import { codeOwnerReviewsRequired } from "../rules/repository/code-owner-reviews-required";
import { codeOwnersCanWrite } from "../rules/repository/code-owners-can-write";
import { codeOwnersDeclared } from "../rules/repository/code-owners-declared";
import { codeScanningOn } from "../rules/repository/code-scanning-on";
import { collaboratorsLimited } from "../rules/repository/collaborators-limited";
import { conversationsResolved } from "../rules/repository/conversations-resolved";
import { defaultBranchProtected } from "../rules/repository/default-branch-protected";
import { dependabotOn } from "../rules/repository/dependabot-on";
import { deployKeysReadOnly } from "../rules/repository/deploy-keys-read-only";
import { environmentAdminsBound } from "../rules/repository/environment-admins-bound";
import { environmentBranchesLimited } from "../rules/repository/environment-branches-limited";
import { environmentReviewers } from "../rules/repository/environment-reviewers";
import { environmentSelfReviewBarred } from "../rules/repository/environment-self-review-barred";
import { environmentWaitTimer } from "../rules/repository/environment-wait-timer";
import { forcePushesBlocked } from "../rules/repository/force-pushes-blocked";
import { historyLinearOrSigned } from "../rules/repository/history-linear-or-signed";
import { incidentRolesFilled } from "../rules/repository/incident-roles-filled";
import { lastPushApproved } from "../rules/repository/last-push-approved";
import { mergedBranchesDeleted } from "../rules/repository/merged-branches-deleted";
import { protectionNotBypassed } from "../rules/repository/protection-not-bypassed";
import { pullRequestTemplatePresent } from "../rules/repository/pull-request-template-present";
import { repositoryDeclared } from "../rules/repository/repository-declared";
import { repositoryNotPublic } from "../rules/repository/repository-not-public";
import { requiredChecksComplete } from "../rules/repository/required-checks-complete";
import { rulesetsActive } from "../rules/repository/rulesets-active";
import { scorecardBranchProtection } from "../rules/repository/scorecard-branch-protection";
import { secretScanningOn } from "../rules/repository/secret-scanning-on";
import { securityPolicyPresent } from "../rules/repository/security-policy-present";
import { staleReviewsDismissed } from "../rules/repository/stale-reviews-dismissed";
import { teamAccessLimited } from "../rules/repository/team-access-limited";
import { workflowTokenReadOnly } from "../rules/repository/workflow-token-read-only";
import { workflowsCannotApprove } from "../rules/repository/workflows-cannot-approve";

export const repositoryRules = [
  actionsPinned,
  actionsRestricted,
  approvingReviewsRequired,
  branchDeletionBlocked,
  branchesUpToDate,
  codeOwnerReviewsRequired,
  codeOwnersCanWrite,
  codeOwnersDeclared,
  codeScanningOn,
  collaboratorsLimited,
  conversationsResolved,
  defaultBranchProtected,
  dependabotOn,
  deployKeysReadOnly,
  environmentAdminsBound,
  environmentBranchesLimited,
  environmentReviewers,
  environmentSelfReviewBarred,
  environmentWaitTimer,
  forcePushesBlocked,
  historyLinearOrSigned,
  incidentRolesFilled,
  lastPushApproved,
  mergedBranchesDeleted,
  protectionNotBypassed,
  pullRequestTemplatePresent,
  repositoryDeclared,
  repositoryNotPublic,
  requiredChecksComplete,
  rulesetsActive,
  scorecardBranchProtection,
  secretScanningOn,
  securityPolicyPresent,
  staleReviewsDismissed,
  teamAccessLimited,
  workflowTokenReadOnly,
  workflowsCannotApprove,
] as const satisfies readonly Rule[];

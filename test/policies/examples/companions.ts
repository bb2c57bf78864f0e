/** Rules that rightly fail beside the one that the page is about. */
export const companions: Readonly<Record<string, readonly string[]>> = {
  // The component writes frame-ancestors after frameOptions.
  "frame-options": ["csp-frame-ancestors", "header-grade"],
  "csp-no-unsafe": ["header-grade"],
  // Without a policy, or by plain HTTP, nothing else makes up for the points.
  "csp-present": ["header-grade"],
  "hsts-present": ["header-grade"],
  "header-grade": ["hsts-present"],
  // What a waiver is about that covers nothing stands.
  "waiver-within-max": ["urls-https"],
  // No registry takes a name that GitHub refuses.
  "github-secret-names": ["secrets-registered"],
  // The defaults of dev stand in a stack that is judged as prod.
  "tier-honest": [
    "alert-classes-covered",
    "anomaly-detection-on",
    "audit-trail-encrypted",
    "aws-tags-complete",
    "error-tracking-once",
    "health-check-pace",
    "log-group-encrypted",
    "log-retention-exact",
    "names-tell-stack",
    "secret-deletion-delayed",
    "security-events-watched",
    "stateful-resources-protected",
  ],
  // Scorecard adds up what rules about the default branch say one by one.
  ...Object.fromEntries(
    [
      "approving-reviews-required",
      "branch-deletion-blocked",
      "branches-up-to-date",
      "code-owner-reviews-required",
      "default-branch-protected",
      "force-pushes-blocked",
      "last-push-approved",
      "protection-not-bypassed",
      "stale-reviews-dismissed",
    ].map((rule) => [rule, ["scorecard-branch-protection"]]),
  ),
  "scorecard-branch-protection": ["last-push-approved"],
  // One setting says who writes all of the files.
  "security-policy-present": [
    "code-owners-declared",
    "pull-request-template-present",
    "scorecard-branch-protection",
  ],
  "pull-request-template-present": [
    "code-owners-declared",
    "scorecard-branch-protection",
    "security-policy-present",
  ],
};

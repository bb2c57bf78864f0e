/** What a pull request must have passed before it is merged. */
interface RequiredCheck {
  /** Name of the job in the pipeline: GitHub matches the check by it. */
  readonly name: string;
  readonly proves: string;
}

// Requirement: CONF-22, CONF-41, REPO-01, REPO-08, REPO-09
/**
 * The checks of the pipeline on a pull request. Each must report on every pull request, forks and documentation
 * included: one that never reports blocks all merging, and one that needs a secret or a token that writes never passes
 * on a fork. So scans fail by exit code, images are built there and pushed from main alone.
 */
export const requiredChecks: readonly RequiredCheck[] = [
  { name: "test", proves: "lint, types, unit and integration tests, npm audit" },
  { name: "build-frontend", proves: "the app builds" },
  { name: "build-orchestrator", proves: "the orchestrator builds, its tests pass in its image" },
  { name: "build-preview-container", proves: "the image of previews builds" },
  { name: "security-scan", proves: "no finding of Semgrep, npm audit or Snyk at level high" },
  { name: "container-scan", proves: "no vulnerability of level high in an image" },
  { name: "smoke-e2e", proves: "the main flows work in a browser" },
  { name: "performance-budget", proves: "pages stay within their budgets" },
  { name: "policy", proves: "every stack passes its policies" },
];

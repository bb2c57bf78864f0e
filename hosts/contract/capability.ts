/**
 * What a hosting project can ask for and not every host can do, each by the args that ask for it. A host answers every
 * line in its own file of this folder, so that nothing asked for is passed over.
 */
export const hostCapabilities = [
  "rolling-release",
  "skew-protection",
  "staged-promotion",
  "deployment-retention",
  "previews-off",
  "preview-suffix",
  "production-builds-first",
  "custom-environments",
  "rate-limits",
  "managed-rulesets",
  "team-only-deployments",
  "password-protection",
  "trusted-addresses",
  "preflight-allowlist",
  "verified-commits",
  "oidc-tokens",
  "log-drain",
  "webhook",
  "crons",
  "feature-flags",
  "maintenance-banner",
  "preview-toolbar",
  "install-command",
  "node-version",
  "function-regions",
  "function-timeout",
  "header-conditions",
  "header-patterns",
  "header-overrides",
  "header-removal",
  "server-headers",
  "redirect-conditions",
  "redirect-patterns",
  "redirect-status",
  "domain-redirects",
  "custom-domains",
  "host-name",
  "git-repository",
  "secret-values",
  "computed-values",
  "runtime-values",
  "variable-targets",
] as const;
export type HostCapability = (typeof hostCapabilities)[number];

/** What happens where a host cannot do it, and what a person can do about it. */
export interface Lack {
  instead: string;
  workaround: string;
}

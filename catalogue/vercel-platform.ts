/*
 * What settings of a Vercel project may be. Source, where nothing else is said: terraform-provider-vercel 5.4.1, the
 * validators of the resource named.
 */

/**
 * Day on which the lists of this file were last compared with their sources.
 * @public
 */
export const vercelPlatformCheckedOn = "2026-11-21";

/** How long old clients reach the deployment they came from. Resource project, skew_protection. */
export const skewProtections = ["30 minutes", "4 hours", "12 hours", "1 day", "7 days"] as const;
export type SkewProtection = (typeof skewProtections)[number];

/** How long deployments are kept. Resource project_deployment_retention. */
export const retentions = ["1d", "1w", "1m", "2m", "3m", "6m", "1y", "unlimited"] as const;
export type Retention = (typeof retentions)[number];

/** How a custom environment recognises its branches. Resource custom_environment. */
export const branchMatches = ["startsWith", "endsWith", "equals"] as const;
export type BranchMatch = (typeof branchMatches)[number];

/** Who moves a rolling release on. Resource project_rolling_release. */
export const advancementTypes = ["automatic", "manual-approval"] as const;
export type AdvancementType = (typeof advancementTypes)[number];

/** Which deployments ask visitors to sign in to Vercel. Resource project, vercel_authentication. */
export const authenticatedDeployments = [
  "standard_protection_new",
  "standard_protection",
  "all_deployments",
  "only_preview_deployments",
  "none",
] as const;
export type AuthenticatedDeployments = (typeof authenticatedDeployments)[number];

/** Which deployments ask for a password. Resource project, password_protection. */
export const passwordDeployments = [
  "standard_protection_new",
  "standard_protection",
  "all_deployments",
  "only_preview_deployments",
] as const;
export type PasswordDeployments = (typeof passwordDeployments)[number];

/** Which deployments only trusted addresses reach. Resource project, trusted_ips. */
export const trustedIpDeployments = [
  "standard_protection_new",
  "standard_protection",
  "all_deployments",
  "only_production_deployments",
  "only_preview_deployments",
] as const;
export type TrustedIpDeployments = (typeof trustedIpDeployments)[number];

/** Whether a trusted address is all it takes. Resource project, trusted_ips. */
export const trustedIpModes = ["trusted_ip_required", "trusted_ip_optional"] as const;
export type TrustedIpMode = (typeof trustedIpModes)[number];

/** Whose name stands in the tokens that builds and functions get. Resource project, oidc_token_config. */
export const issuerModes = ["team", "global"] as const;
export type IssuerMode = (typeof issuerModes)[number];

/** By what one client is told from another below Enterprise. Source: https://vercel.com/docs/vercel-firewall/vercel-waf/rate-limiting */
export const rateLimitKeys = ["ip", "ja4"] as const;
export type RateLimitKey = (typeof rateLimitKeys)[number];

/** Seconds that a rate limit counts over. Source: the same. */
export const rateLimitWindow = { min: 10, max: 600 } as const;

/** What happens to requests over the limit. `log` only writes them down. Resource firewall_config. */
export const rateLimitActions = ["log", "challenge", "deny", "rate_limit"] as const;
export type RateLimitAction = (typeof rateLimitActions)[number];

/** What a ruleset of Vercel's does to a request that it recognises. Resource firewall_config, managed_rulesets. */
export const rulesetActions = ["log", "challenge", "deny"] as const;
export type RulesetAction = (typeof rulesetActions)[number];

/** The attacks that Vercel's OWASP rulesets know. Resource firewall_config, managed_rulesets.owasp. */
export const owaspRulesets = [
  "gen",
  "java",
  "lfi",
  "ma",
  "php",
  "rce",
  "rfi",
  "sd",
  "sf",
  "sqli",
  "xss",
] as const;
export type OwaspRuleset = (typeof owaspRulesets)[number];

/** What logs come from. Resource log_drain. */
export const logSources = [
  "static",
  "edge",
  "external",
  "build",
  "lambda",
  "firewall",
  "redirect",
] as const;
export type LogSource = (typeof logSources)[number];

/** Environments whose logs can be sent on. Resource log_drain. */
export const logEnvironments = ["production", "preview"] as const;
export type LogEnvironment = (typeof logEnvironments)[number];

/** How log lines are packed: one JSON list a request, or a JSON object a line. Resource log_drain. */
export const logFormats = ["json", "ndjson"] as const;
export type LogFormat = (typeof logFormats)[number];

/** Characters that a secret for signing log events has at least. Resource log_drain. */
export const signingSecretLength = 32;

/** Characters of a password that visitors enter. Resource project, password_protection. */
export const visitorPasswordLength = { min: 1, max: 72 } as const;

/** What a feature flag's values are. Resource feature_flag_definition. */
export const flagKinds = ["boolean", "string", "number"] as const;
export type FlagKind = (typeof flagKinds)[number];

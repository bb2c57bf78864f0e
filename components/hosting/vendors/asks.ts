import type { HostCapability } from "../../../hosts";
import type { HostingArgs } from "../args";

/** One thing that args can ask for, by the arg that asks; undefined where they do not. */
interface Ask {
  capability: HostCapability;
  arg: string;
  asked: (args: HostingArgs) => string | undefined;
}

// Requirement: CONF-02
/** What Vercel does for whoever asks, and other hosts may not. In the words of the stack file, never a secret's value. */
export const asks: readonly Ask[] = [
  ask(
    "rolling-release",
    "rollingRelease",
    ({ rollingRelease: it }) => it && `${it.stages.length} stages, ${it.advancementType}`,
  ),
  ask("skew-protection", "skewProtection", ({ skewProtection }) => skewProtection),
  ask("staged-promotion", "autoAssignCustomDomains", ({ autoAssignCustomDomains: it }) =>
    it === false ? "a build goes live only when it is promoted" : undefined,
  ),
  ask("deployment-retention", "deploymentRetention", ({ deploymentRetention }) =>
    words(deploymentRetention),
  ),
  ask("previews-off", "previewDeploymentsDisabled", ({ previewDeploymentsDisabled: it }) =>
    it ? "no previews" : undefined,
  ),
  ask("preview-suffix", "previewDeploymentSuffix", (it) => it.previewDeploymentSuffix),
  ask("production-builds-first", "prioritiseProductionBuilds", (it) =>
    it.prioritiseProductionBuilds ? "production is built first" : undefined,
  ),
  ask("custom-environments", "customEnvironments", (it) => names(it.customEnvironments)),
  ask("rate-limits", "firewall.rateLimits", ({ firewall }) => names(firewall?.rateLimits)),
  ask("managed-rulesets", "firewall.managedRulesets", ({ firewall }) =>
    names(firewall?.managedRulesets),
  ),
  ask("team-only-deployments", "vercelAuthentication", ({ vercelAuthentication: it }) =>
    it && it.deploymentType !== "none" ? it.deploymentType : undefined,
  ),
  ask("password-protection", "passwordProtection", (it) => it.passwordProtection?.deploymentType),
  ask(
    "trusted-addresses",
    "trustedIps",
    ({ trustedIps: it }) => it && `${it.addresses.length} addresses, ${it.deploymentType}`,
  ),
  ask("preflight-allowlist", "optionsAllowlist", ({ optionsAllowlist: it }) =>
    it?.paths.map(({ value }) => value).join(", "),
  ),
  ask("verified-commits", "gitProviderOptions.requireVerifiedCommits", (it) =>
    it.gitProviderOptions?.requireVerifiedCommits ? "verified commits only" : undefined,
  ),
  ask("oidc-tokens", "oidcTokenConfig", (it) => it.oidcTokenConfig?.issuerMode),
  ask("log-drain", "logDrain", ({ logDrain }) => logDrain?.endpoint),
  ask("webhook", "webhook", ({ webhook }) => webhook?.events.join(", ")),
  ask("crons", "crons", ({ crons }) => (crons?.enabled ? "cron jobs run" : undefined)),
  ask("feature-flags", "featureFlags", ({ featureFlags }) => names(featureFlags)),
  ask("maintenance-banner", "maintenance", ({ maintenance: it }) => it && "a banner for users"),
  ask("preview-toolbar", "enablePreviewFeedback", ({ enablePreviewFeedback: it }) =>
    it ? "a toolbar on previews" : undefined,
  ),
  ask("preview-toolbar", "enableProductionFeedback", ({ enableProductionFeedback: it }) =>
    it ? "a toolbar on production" : undefined,
  ),
  ask("install-command", "installCommand", ({ installCommand }) => installCommand),
  ask("node-version", "nodeVersion", ({ nodeVersion }) => nodeVersion),
];

function ask(capability: HostCapability, arg: string, asked: Ask["asked"]): Ask {
  return { capability, arg, asked };
}

/** The keys of a record; nothing where it is empty. */
function names(record: object | undefined): string | undefined {
  return Object.keys(record ?? {}).join(", ") || undefined;
}

/** `expirationProduction 1y, expirationPreview 1m` */
function words(record: object | undefined): string | undefined {
  const said = Object.entries(record ?? {}).map(([key, value]) => `${key} ${String(value)}`);
  return said.join(", ") || undefined;
}

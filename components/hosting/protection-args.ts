import type {
  AuthenticatedDeployments,
  IssuerMode,
  OwaspRuleset,
  PasswordDeployments,
  RateLimitAction,
  RateLimitKey,
  RulesetAction,
  TrustedIpDeployments,
  TrustedIpMode,
} from "../../catalogue/vercel-platform";

export interface VercelAuthenticationArgs {
  /** Which deployments only people signed in to the team see. */
  deploymentType: AuthenticatedDeployments;
}

export interface PasswordProtectionArgs {
  /** Which deployments ask for the password. */
  deploymentType: PasswordDeployments;
  /** Name in `secrets` of the password, 1 to 72 characters. */
  secret: string;
}

export interface TrustedIpArgs {
  /** Address or CIDR range. */
  value: string;
  /** Whose it is. */
  note?: string | undefined;
}

export interface TrustedIpsArgs {
  /** Which deployments only these addresses reach. */
  deploymentType: TrustedIpDeployments;
  /** The addresses, at least one. */
  addresses: TrustedIpArgs[];
  /**
   * Whether an address is required, or enough by itself.
   * @default "trusted_ip_required"
   */
  protectionMode?: TrustedIpMode | undefined;
}

export interface AllowedPathArgs {
  /** Beginning of the paths, such as `/api`. */
  value: string;
}

export interface OptionsAllowlistArgs {
  /** Paths whose CORS preflight requests (`OPTIONS`) pass, at least one. */
  paths: AllowedPathArgs[];
}

export interface GitProviderOptionsArgs {
  /**
   * Deploys only commits whose signature the Git host has verified.
   * @default false
   */
  requireVerifiedCommits?: boolean | undefined;
}

export interface OidcTokenConfigArgs {
  /** Issuer of the tokens: `team` is `https://oidc.vercel.com/<team>`, `global` is `https://oidc.vercel.com`. */
  issuerMode: IssuerMode;
}

/** How often one client may ask for a path. */
export interface RateLimitArgs {
  /** Beginning of the paths that are counted together, such as `/api/auth`. */
  path: string;
  /** Requests that one client may make in a window. */
  limit: number;
  /** Length of the window in seconds, 10 to 600. */
  windowSeconds: number;
  /**
   * What makes a client: its address, or the fingerprint of its TLS handshake (`ja4`).
   * @default ["ip"]
   */
  keys?: RateLimitKey[] | undefined;
  /**
   * What happens to requests over the limit. `log` only writes them down, which is how to start a new rule.
   * @default "rate_limit"
   */
  action?: RateLimitAction | undefined;
}

export interface RulesetArgs {
  /** What happens to a request that the ruleset recognises. */
  action: RulesetAction;
}

/** Rules that Vercel keeps. One that is named is on. */
export interface ManagedRulesetsArgs {
  /** Programs that pass for browsers. */
  botProtection?: RulesetArgs | undefined;
  /** Crawlers that collect texts for language models. */
  aiBots?: RulesetArgs | undefined;
  /** Attacks by kind, such as `sqli` and `xss`. Enterprise only. */
  owasp?: Partial<Record<OwaspRuleset, RulesetArgs>> | undefined;
}

/** The firewall before the whole project. It overwrites rules made in Vercel's dashboard. */
export interface FirewallArgs {
  /**
   * Rate limits by a name of yours, 4 to 160 characters. Hobby allows 3 rules, Pro 40.
   * @default {}
   */
  rateLimits?: Record<string, RateLimitArgs> | undefined;
  /** Rules that Vercel keeps, by its names. */
  managedRulesets?: ManagedRulesetsArgs | undefined;
}

/** Who reaches deployments, and how often. */
export interface ProtectionArgs {
  /** Deployments that only people of the team see. Left out, Vercel protects previews. */
  vercelAuthentication?: VercelAuthenticationArgs | undefined;
  /** Deployments behind a password. Pro and Enterprise, billed by project. */
  passwordProtection?: PasswordProtectionArgs | undefined;
  /** Deployments for known addresses only. Enterprise. */
  trustedIps?: TrustedIpsArgs | undefined;
  /** Paths whose CORS preflight requests pass the protection. */
  optionsAllowlist?: OptionsAllowlistArgs | undefined;
  /** What Vercel asks of the Git host. */
  gitProviderOptions?: GitProviderOptionsArgs | undefined;
  /** Tokens with which builds and functions sign in elsewhere, without keys. Left out, Vercel issues them for the team. */
  oidcTokenConfig?: OidcTokenConfigArgs | undefined;
  /** The firewall before the whole project. Left out, it is left alone. */
  firewall?: FirewallArgs | undefined;
}

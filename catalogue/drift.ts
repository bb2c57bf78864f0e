import type { Severity } from "../core/finding";

/** How bad it is that something differs from what was declared. */
interface Guarded {
  /** Type tokens that it is about. */
  types: RegExp;
  /** Paths of the properties; left out, all of them. */
  properties?: RegExp;
  severity: Severity;
  /** What it lets in or takes away: ends the sentence "it decides …". */
  decides: string;
}

// Requirement: OPS-06
/** By type and property, most telling first: the first that fits counts. What no row names is `medium`. */
const guarded: readonly Guarded[] = [
  {
    types: /./,
    properties: /^(tags|tagsAll|description|comment|note|homepageUrl|topics)(\.|\[|$)/,
    severity: "low",
    decides: "how it is found and billed",
  },
  {
    types: /^vercel:index\/project:Project$/,
    properties:
      /^(vercelAuthentication|passwordProtection|trustedIps|optionsAllowlist|protectionBypass\w*|gitForkProtection|protectedSourcemaps|directoryListing|customerSuccessCodeVisibility|oidcTokenConfig)(\.|\[|$)/,
    severity: "critical",
    decides: "who sees previews, sources and tokens",
  },
  {
    types: /^vercel:index\/(projectRoute|firewallConfig|attackChallengeMode):/,
    severity: "critical",
    decides: "response headers, redirects and who is let in",
  },
  {
    types: /^(vercel:index\/projectEnvironmentVariables?|supabase:index\/edgeFunctionSecrets):/,
    severity: "critical",
    decides: "what the running code is given",
  },
  {
    types: /^digitalocean:index\/app:App$/,
    properties:
      /^spec\.((services|staticSites|workers)\[\d+\]\.)?(envs|image|git|github|gitlab|bitbucket)(\.|\[|$)/,
    severity: "critical",
    decides: "what runs, and what the running code is given",
  },
  {
    types: /^digitalocean:index\/app:App$/,
    properties: /^spec\.(domainNames|ingress|maintenance)(\.|\[|$)/,
    severity: "high",
    decides: "whether users reach the product",
  },
  {
    types: /^supabase:index\/settings:Settings$/,
    properties: /^(auth|network|database|api)(\.|\[|$)/,
    severity: "critical",
    decides: "who may sign in, from where the database is reached, and what its API shows",
  },
  {
    types:
      /^(supabase:index\/(apikey|thirdPartyAuth)|supabase-admin:index\/(policy|bucketPolicies|functionJwt)):/,
    severity: "critical",
    decides: "who may read and write the data",
  },
  {
    types: /^aws:(iam|kms|secretsmanager|cloudtrail|cognito)\//,
    severity: "critical",
    decides: "who may do what, and what is kept of it",
  },
  {
    types:
      /^aws:s3\/bucket(Policy|PublicAccessBlock|OwnershipControls|ObjectLockConfiguration|ServerSideEncryptionConfiguration|Versioning):/,
    severity: "critical",
    decides: "who may read, overwrite and delete the files",
  },
  {
    types: /^aws:elasticache\/(user|userGroup):/,
    severity: "critical",
    decides: "who may read and write what is cached",
  },
  {
    types:
      /^aws:(sns\/topicPolicy|lambda\/(permission|functionUrl)|backup\/vaultLockConfiguration):/,
    severity: "critical",
    decides: "who may call it",
  },
  {
    types:
      /^github:index\/(branchProtection\w*|repositoryRuleset|repositoryEnvironment\w*|actions\w+|workflowRepositoryPermissions|teamMembers|teamRepository|repositoryCollaborators?):/,
    severity: "critical",
    decides: "who may change the code and deploy it",
  },
  {
    types: /^github:index\/repository:Repository$/,
    properties: /^(visibility|private|securityAndAnalysis|vulnerabilityAlerts)(\.|\[|$)/,
    severity: "critical",
    decides: "who may read the code",
  },
  {
    types:
      /^(aws:(cloudwatch|kinesis|route53|rum|sns|backup|budgets)\/|vercel:index\/(dnsRecord|logDrain):|(sentry|checkly|pagerduty):)/,
    severity: "high",
    decides: "whether users reach the product and somebody hears when they do not",
  },
];

export type DriftWeight = Pick<Guarded, "severity" | "decides">;

const elsewhere: DriftWeight = { severity: "medium", decides: "how it works" };

/** How bad a difference in one property is, and what the property decides. */
export function driftWeight(type: string, property: string): DriftWeight {
  const row = guarded.find(
    ({ types, properties }) => types.test(type) && (properties?.test(property) ?? true),
  );
  return row ? { severity: row.severity, decides: row.decides } : elsewhere;
}

/** What a refresh cannot tell of resources of a type, as of 2026-11: vendors' providers at the versions of package.json. */
interface BlindSpot {
  types: RegExp;
  /** Inputs without which it does not matter: any of them is enough. */
  inputs?: readonly string[];
  /** Ends the sentence "cannot be seen: …". */
  what: string;
  why: string;
  /** A probe can tell. */
  probed?: true;
}

/** Whose provider keeps its old state when it is deleted. */
export const blindToDeletion = /^supabase:index\/project:Project$/;

export const blindSpots: readonly BlindSpot[] = [
  {
    types: blindToDeletion,
    probed: true,
    what: "whether the project was deleted",
    why: "the provider keeps its old state when the project is not found",
  },
  {
    types: /^supabase:index\/project:Project$/,
    inputs: ["databasePassword"],
    what: "another password of the database",
    why: "the Management API never returns it",
  },
  {
    types: /^aws:elasticache\/user:User$/,
    inputs: ["authenticationMode"],
    what: "another password of the cache's user",
    why: "AWS answers how many passwords there are, and none of them",
  },
  {
    types: /^supabase:index\/settings:Settings$/,
    inputs: ["pooler"],
    what: "the pooler's settings",
    why: "the provider neither sends nor reads Settings.pooler; the component declares a Pooler of its own",
  },
  {
    types: /^supabase:index\/settings:Settings$/,
    inputs: ["auth"],
    what: "other secrets of sign-in (SMTP, SMS, captcha, OAuth, hooks)",
    why: "the Management API returns hashes of them",
  },
  {
    types: /^supabase:index\/edgeFunctionSecrets:/,
    what: "other values of edge function secrets",
    why: "the Management API returns hashes of them",
  },
  {
    types: /^vercel:index\/projectEnvironmentVariables?:/,
    inputs: ["sensitive"],
    what: "other values of sensitive variables",
    why: "Vercel never shows them again",
  },
  {
    types: /^digitalocean:index\/app:App$/,
    what: "other values of secret variables",
    why: "DigitalOcean answers them encrypted, so that every value looks like another one",
  },
  {
    types: /^vercel:index\/projectRoute:/,
    inputs: ["position"],
    what: "the order of routes",
    why: "the provider does not read a route's position back",
  },
  {
    types: /^github:index\/actions\w*Secret:/,
    what: "other values of secrets",
    why: "GitHub shows only when each was last changed",
  },
];

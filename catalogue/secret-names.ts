import { isPublicVariable, publicPrefixOf, reservedVariables } from "./vercel";

/**
 * Day on which the rules about names were last compared with their sources.
 * @public
 */
export const secretNamesCheckedOn = "2026-11-21";

/** Where a secret can be sent. */
export const secretDestinations = [
  "vercel",
  "github",
  "awsSecretsManager",
  "edgeFunctions",
] as const;
export type SecretDestination = (typeof secretDestinations)[number];

/** What the product knows under one name. */
export interface KnownName {
  /** What it opens, or says. */
  what: string;
  /**
   * `secret`: only its destinations may read it. `public`: sealed in config and state, yet made to be read by
   * browsers. `setting`: plain text, which belongs to the variables and not to the secrets.
   */
  kind: "secret" | "public" | "setting";
  /** Other names for the same thing. */
  aliases?: readonly string[];
  /** Its name at a destination that calls it otherwise. */
  at?: Partial<Record<SecretDestination, string>>;
  /** Bits of randomness that it needs at least. */
  minimumBits?: number;
}

/**
 * One name for each thing, with what it is. Others may be registered too; these are the ones that the example product,
 * its pipeline, its orchestrator and its checks agree on.
 */
export const knownNames: Readonly<Record<string, KnownName>> = {
  // Made by us. RFC 7518 3.2: a key of at least 256 bits must be used with HS256.
  JWT_SECRET: { what: "signs the product's own tokens", kind: "secret", minimumBits: 256 },
  CRON_SECRET: { what: "proves to the app that Vercel's cron calls it", kind: "secret" },
  DRAIN_SECRET: { what: "signs what log drains send", kind: "secret" },
  LOG_DRAIN_SECRET: { what: "signs the lines that the site's host drains", kind: "secret" },
  LOG_INTAKE_TOKEN: { what: "proves to the intake of logs who sends", kind: "secret" },
  WEBHOOK_SECRET: { what: "signs what webhooks send", kind: "secret" },
  DATABASE_PASSWORD: { what: "password of the database's owner", kind: "secret" },
  // Deployment.
  VERCEL_TOKEN: { what: "deploys to Vercel", kind: "secret" },
  VERCEL_ORG_ID: { what: "names the Vercel team to the pipeline", kind: "secret" },
  VERCEL_PROJECT_ID: { what: "names the Vercel project to the pipeline", kind: "secret" },
  FLY_API_TOKEN: { what: "deploys to Fly and reads its state", kind: "secret" },
  SUPABASE_ACCESS_TOKEN: { what: "manages Supabase projects", kind: "secret" },
  DIGITALOCEAN_TOKEN: { what: "manages apps at DigitalOcean", kind: "secret" },
  SENTRY_AUTH_TOKEN: { what: "manages projects at Sentry", kind: "secret" },
  CHECKLY_API_KEY: { what: "manages checks at Checkly", kind: "secret" },
  CHECKLY_ACCOUNT_ID: { what: "names the Checkly account to the pipeline", kind: "setting" },
  PAGERDUTY_TOKEN: { what: "manages services at PagerDuty", kind: "secret" },
  SNYK_TOKEN: { what: "scans dependencies", kind: "secret" },
  SONARCLOUD_TOKEN: { what: "scans code", kind: "secret" },
  GITHUB_CONTAINER_REGISTRY_TOKEN: {
    what: "reads and writes container images",
    kind: "secret",
    aliases: ["GHCR_TOKEN"],
    at: { github: "GHCR_TOKEN" },
  },
  // Data.
  SUPABASE_URL: {
    what: "address of the Supabase project",
    kind: "public",
    aliases: ["NEXT_PUBLIC_SUPABASE_URL"],
    at: { github: "NEXT_PUBLIC_SUPABASE_URL", vercel: "NEXT_PUBLIC_SUPABASE_URL" },
  },
  SUPABASE_ANON_KEY: {
    what: "opens what row policies let everyone see",
    kind: "public",
    aliases: ["NEXT_PUBLIC_SUPABASE_ANON_KEY"],
    at: { github: "NEXT_PUBLIC_SUPABASE_ANON_KEY", vercel: "NEXT_PUBLIC_SUPABASE_ANON_KEY" },
  },
  SUPABASE_SERVICE_ROLE_KEY: { what: "passes by all row policies", kind: "secret" },
  DATABASE_URL: { what: "connects to the database, password included", kind: "secret" },
  REDIS_URL: { what: "connects to the cache, password included", kind: "secret" },
  // Services.
  ANTHROPIC_API_KEY: { what: "calls Anthropic's models", kind: "secret" },
  OPENAI_API_KEY: { what: "calls OpenAI's models", kind: "secret" },
  RESEND_API_KEY: { what: "sends mail, alerts included", kind: "secret" },
  ANALYTICS_API_KEY: { what: "sends usage events", kind: "secret" },
  SENTRY_DSN: {
    what: "address that errors are sent to",
    kind: "public",
    aliases: ["NEXT_PUBLIC_SENTRY_DSN"],
    at: { vercel: "NEXT_PUBLIC_SENTRY_DSN" },
  },
  // Checks from outside.
  TEST_USER_EMAIL: { what: "account of the smoke test", kind: "secret" },
  TEST_USER_PASSWORD: { what: "password of that account", kind: "secret" },
  SMOKE_CREDENTIAL: { what: "password that the smoke suite signs in with", kind: "secret" },
  TEST_TOKEN: { what: "session of the smoke test", kind: "secret", aliases: ["testToken"] },
  TEST_PROJECT_ID: {
    what: "project that the smoke test opens",
    kind: "secret",
    aliases: ["testProjectId"],
  },
  API_TOKEN: { what: "calls the product's API from a probe", kind: "secret" },
  // Where alerts go.
  SLACK_WORKSPACE_ID: { what: "workspace that alerts go to", kind: "setting" },
  SLACK_CHANNEL_ID: { what: "channel that alerts go to", kind: "setting" },
  ALERT_RECIPIENTS: { what: "addresses that alerts go to", kind: "setting" },
  BACKUP_UPLOAD_ROLE_ARN: {
    what: "role that backup jobs take on by OIDC, without a key",
    kind: "setting",
  },
  // Plain text.
  NODE_ENV: { what: "mode of the app's framework", kind: "setting" },
  LOG_LEVEL: { what: "how much the app logs", kind: "setting" },
  ANALYZE: { what: "whether a build analyses its bundles", kind: "setting" },
  ORCHESTRATOR_URL: { what: "address of the orchestrator", kind: "setting" },
  ERROR_MAIL_FROM: { what: "sender of the mail about errors", kind: "setting" },
  ERROR_MAIL_TO: { what: "who gets the mail about errors", kind: "setting" },
  ERROR_MAIL_REPEAT_HOURS: { what: "how often an error is told again", kind: "setting" },
  ERROR_MAIL_SUBJECT: { what: "how that mail's subject begins", kind: "setting" },
  SUPABASE_PROJECT_REF: { what: "names the Supabase project to its CLI", kind: "setting" },
};

/** Why something is refused: what was found, and what to do. */
export interface NameFault {
  found: string;
  allowed: string;
  fix: string;
}

/** Why a name cannot be a secret's: it has another one, or it is no secret. */
export function registrationFault(name: string): NameFault | undefined {
  const main = mainNameOf(name);
  if (main) {
    const allowed = "one name for each secret";
    return { found: `another name of ${main}`, allowed, fix: `register ${main}` };
  }
  const kind = known(name)?.kind;
  if (kind !== "setting") return undefined;
  return {
    found: "a plain setting",
    allowed: "secrets alone",
    fix: "write it where it is used, such as groundwork:hosting.variables",
  };
}

/** The name of a secret at a destination. */
export function nameAt(destination: SecretDestination, name: string): string {
  return known(name)?.at?.[destination] ?? name;
}

/** Why a destination cannot have a secret, by the name that it has there. */
export function destinationFault(
  destination: SecretDestination,
  name: string,
  there = nameAt(destination, name),
): NameFault | undefined {
  const rule = nameRules.find((it) => it.destination === destination && it.refuses(there, name));
  return rule && { found: `the name ${there}`, allowed: rule.allowed, fix: rule.fix };
}

/** Bits of randomness that a secret needs at least; 0 where nobody asks for any. */
export function minimumBits(name: string): number {
  return known(name)?.minimumBits ?? 0;
}

/** True for what the catalogue knows, by any of its names, as readable by everyone who opens the site. */
export function isPublicName(name: string): boolean {
  return known(mainNameOf(name) ?? name)?.kind === "public";
}

/** Where a variable gets its value from, as far as names tell. */
export interface VariableNames {
  key: string;
  /** Name of the secret that it refers to; absent for every other value. */
  secret?: string | undefined;
  /** True when the stack registers that secret, so that its destinations alone may read it. */
  registered?: boolean | undefined;
}

// Requirement: SECR-07
/** Why a variable may not have a name that browsers read: what stands behind it is for servers alone. */
export function exposureFault(names: VariableNames): NameFault | undefined {
  const { key, secret } = names;
  const prefix = publicPrefixOf(key);
  if (prefix === undefined) return undefined;
  const bare = key.slice(prefix.length);
  const why = secretExposed(names) ?? knownSecret(bare);
  if (!why) return undefined;
  return {
    found: `${secret ?? bare}, ${why}, under the prefix ${prefix}, which puts it into what browsers download`,
    allowed: "a secret that the catalogue knows as public, or a name without such a prefix",
    fix: `take ${prefix} off its name, and read it on the server only`,
  };
}

/** What makes a secret one that browsers must not see; undefined when nothing does. */
function secretExposed({ secret, registered }: VariableNames): string | undefined {
  if (secret === undefined || isPublicName(secret)) return undefined;
  if (registered) return "which goes to its destinations in the registry alone";
  const unmistakable = mainNameOf(secret) === undefined && serverWords.test(secret);
  return (
    knownSecret(secret) ?? (unmistakable ? "which by its name is for servers alone" : undefined)
  );
}

function knownSecret(name: string): string | undefined {
  const fact = known(mainNameOf(name) ?? name);
  return fact?.kind === "secret" ? `which ${fact.what}` : undefined;
}

/** Words in names that nobody gives to what browsers may have. A key or a token may be made for them. */
const serverWords =
  /(^|_)(SECRET|PASSWORD|PASSPHRASE|PRIVATE|CREDENTIALS?|SERVICE_(ROLE|KEY|ACCOUNT)|ADMIN|SIGNING|DATABASE_URL)(_|$)/;

interface NameRule {
  destination: SecretDestination;
  refuses: (there: string, name: string) => boolean;
  allowed: string;
  fix: string;
}

/**
 * Names that destinations refuse. Sources: Vercel, reserved environment variables; GitHub, naming your secrets; Supabase
 * Management API, bulk create secrets.
 */
const nameRules: readonly NameRule[] = [
  {
    destination: "vercel",
    refuses: (there, name) => isPublicVariable(there) && !isPublicName(name),
    allowed: "a name without the prefix that puts its value into what browsers download",
    fix: "rename it, and read it on the server only",
  },
  {
    destination: "vercel",
    refuses: (there) => (reservedVariables as readonly string[]).includes(there),
    allowed: "a name that the function runtime does not keep for itself",
    fix: "rename it",
  },
  {
    destination: "github",
    refuses: (there) => /^GITHUB_/i.test(there),
    allowed: "a name that does not begin with GITHUB_, which GitHub keeps for itself",
    fix: "give it a secretName",
  },
  {
    destination: "edgeFunctions",
    refuses: (there) => there.startsWith("SUPABASE_"),
    allowed: "a name that does not begin with SUPABASE_, which Supabase keeps for itself",
    fix: "leave it out: edge functions have SUPABASE_URL and its keys anyway",
  },
];

/** The name that another name stands for; undefined for every other one. */
function mainNameOf(alias: string): string | undefined {
  return Object.keys(knownNames).find((it) => known(it)?.aliases?.includes(alias));
}

function known(name: string): KnownName | undefined {
  return Object.hasOwn(knownNames, name) ? knownNames[name] : undefined;
}

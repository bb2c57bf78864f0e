/** Where errors of the product go. A stack has exactly one of them. */
export const errorTrackers = ["database", "sentry"] as const;
export type ErrorTracker = (typeof errorTrackers)[number];

/** Whether errors are reported at all, or dropped where they happen. */
export const errorEventModes = ["send", "drop"] as const;
export type ErrorEventMode = (typeof errorEventModes)[number];

/** The edge function that tells of new errors, and the key that it mails with. */
export const errorNotifier = {
  slug: "error-notifier",
  entrypoint: "supabase/functions/error-notifier/index.ts",
  secret: "RESEND_API_KEY",
} as const;

/** Variables that the app reads, by what they say. */
export const errorVariables = {
  events: "ERROR_EVENTS",
  tracesSampleRate: "SENTRY_TRACES_SAMPLE_RATE",
  environment: "SENTRY_ENVIRONMENT",
  release: "SENTRY_RELEASE",
} as const;

/** The secret that holds the address errors are sent to. */
export const sentryDsn = "SENTRY_DSN";

/** What a team or a project is called at Sentry. Source: https://docs.sentry.io/api/projects/create-a-new-project/ */
export const sentrySlug = /^(?![0-9]+$)[a-z0-9_-]{1,50}$/;
export const sentrySlugWords =
  "a slug of small letters, digits, hyphens and underscores, at most 50, not digits alone";

/** Plans of Sentry, smallest first. Source: https://sentry.io/pricing/ */
export const sentryPlans = ["developer", "team", "business"] as const;
export type SentryPlan = (typeof sentryPlans)[number];
export const defaultSentryPlan: SentryPlan = "team";

/** Settings about a project at Sentry, which the stack declares where it names the organization. */
export const sentryProjectKeys = [
  "team",
  "project",
  "platform",
  "alerts",
  "plan",
  "protect",
] as const;

/** Part of the traces that Sentry gets where nobody says less: all of them. */
export const tracesSampleRate = "1.0";

/** Why something is refused, and what to do. */
export interface ErrorTrackingFault {
  found: string;
  allowed: string;
  fix: string;
}

/** Something that Sentry needs and a stack does not have. */
export interface SentryGap extends ErrorTrackingFault {
  /** The kind of setting that it would be. */
  among: "variables" | "thirdParties";
  name: string;
}

/** What a stack tells its app, by name. */
export interface Told {
  /** Variables, those that hold a secret included. */
  variables: readonly string[];
  thirdParties: readonly string[];
}

/** What is said of a project where the stack declares none. */
export const idleSentryFault: ErrorTrackingFault = {
  found: "said of a project at Sentry, though no organization is given",
  allowed: "nothing of the project where a person makes it",
  fix: "give groundwork:errorTracking.organization, or take it out",
};

const publicPrefix = "(?:NEXT_PUBLIC_|VITE_|PUBLIC_)?";
const sentryName = new RegExp(`^${publicPrefix}SENTRY_`);
const leave = "take it out, or choose groundwork:errorTracking: { kind: sentry }";

/** Why a variable cannot be told where errors are kept in the database; undefined for a name that is not Sentry's. */
export function sentryVariableFault(name: string): ErrorTrackingFault | undefined {
  if (!sentryName.test(name)) return undefined;
  return {
    found: `${name}, though errors are kept in the database`,
    allowed: "no variable of Sentry",
    fix: leave,
  };
}

/** Why a third party cannot be let in where errors are kept in the database. */
export function sentryPartyFault(party: string): ErrorTrackingFault | undefined {
  if (party !== "sentry") return undefined;
  return {
    found: "sentry, though errors are kept in the database",
    allowed: "third parties that pages talk to",
    fix: leave,
  };
}

/** Variables that Sentry needs: where errors go, and what they are sorted by. */
const neededVariables: Readonly<Record<string, string>> = {
  SENTRY_DSN:
    "give groundwork:errorTracking.organization, or register the secret SENTRY_DSN in groundwork:secretRegistry with the destination vercel",
  SENTRY_ENVIRONMENT: "give groundwork:errorTracking.environment, such as prod",
  SENTRY_RELEASE:
    "give groundwork:errorTracking.release, or SENTRY_RELEASE in groundwork:hosting.variables: shop@1.4.0 or a commit",
};

// Requirement: CONF-01, ALRT-06
/** What of Sentry is missing: its address, environment and release, and the right of pages to reach it. */
export function sentryGaps({ variables, thirdParties }: Told): SentryGap[] {
  const gaps = Object.entries(neededVariables)
    .filter(([name]) => !variables.some((it) => new RegExp(`^${publicPrefix}${name}$`).test(it)))
    .map(([name, fix]): SentryGap => {
      const allowed = `a variable ${name}, which Sentry needs`;
      return { among: "variables", name, found: `no ${name}`, allowed, fix };
    });
  if (thirdParties.includes("sentry")) return gaps;
  const party: SentryGap = {
    among: "thirdParties",
    name: "sentry",
    found: "no sentry",
    allowed: "the third party sentry, else browsers send it nothing",
    fix: "add sentry to groundwork:hosting.thirdParties",
  };
  return [...gaps, party];
}

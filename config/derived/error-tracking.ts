import {
  type ErrorEventMode,
  errorNotifier,
  errorVariables,
  tracesSampleRate,
} from "../../catalogue/error-tracking";
import { nameAt } from "../../catalogue/secret-names";
import type { Tier } from "../../core/profile";
import type { DatabaseSection } from "../sections/database";
import type { ErrorTrackingSection } from "../sections/error-tracking";
import type { HostingSection } from "../sections/hosting";
import type { RepositorySection } from "../sections/repository";
import type { SecretRegistry } from "../sections/secret-registry";
import type { StackSection } from "../sections/stack";
import { declaresSentry, withSentryDsn } from "./sentry";

interface Surroundings {
  product: string;
  tier: Tier;
  events: ErrorEventMode;
  /** Names of what the app is told, and of secrets that edge functions get. */
  variables: string[];
  thirdParties: string[];
  functionSecrets: string[];
}

/** A stack's error tracking with everything filled in that follows from the rest of the file. */
export type ErrorTrackingSettings = ErrorTrackingSection & Surroundings;

/** What of a stack's file decides over error tracking. */
export interface Declared {
  stack: StackSection;
  hosting: Pick<HostingSection, "variables" | "thirdParties">;
  database: Pick<DatabaseSection, "functionSecrets">;
  secretRegistry?: SecretRegistry | undefined;
  repository?: RepositorySection | undefined;
  errorTracking?: ErrorTrackingSection | undefined;
}

/** What a tier says of errors. */
interface TierErrors {
  errorEvents: ErrorEventMode;
  /** Of a project at Sentry. */
  protectErrors: boolean;
}

// Requirement: CONF-01, ENV-19
/** Errors go into the database until the file says otherwise. */
export function derivedErrorTracking(
  file: Declared,
  { errorEvents: events, protectErrors: protect }: TierErrors,
): ErrorTrackingSettings {
  const { stack, hosting, errorTracking = { kind: "database" } } = file;
  return {
    ...{ product: stack.product, tier: stack.tier, events },
    ...(declaresSentry(file) && { protect }),
    ...errorTracking,
    variables: toldVariables(file),
    thirdParties: [...(hosting.thirdParties ?? [])].sort(),
    functionSecrets: functionSecretsOf(file).sort(),
  };
}

/** Names of the app's variables: those of the file, those that follow from it, and those that hold secrets. */
export function toldVariables(file: Declared): string[] {
  const { stack, hosting, errorTracking } = file;
  const derived = errorTracking ? sentryVariables({ ...errorTracking, tier: stack.tier }) : {};
  const secrets = variablesOfSecrets({ secretRegistry: withSentryDsn(file) });
  return [...new Set([...Object.keys({ ...derived, ...hosting.variables }), ...secrets])].sort();
}

/** Names of the variables in which the app gets registered secrets. */
export function variablesOfSecrets({ secretRegistry = {} }: Pick<Declared, "secretRegistry">) {
  return Object.entries(secretRegistry)
    .filter(([, { destinations }]) => destinations?.vercel)
    .map(([name]) => nameAt("vercel", name));
}

/** Names under which edge functions get secrets. */
export function functionSecretsOf({
  database,
  secretRegistry = {},
}: Pick<Declared, "database" | "secretRegistry">): string[] {
  const registered = Object.entries(secretRegistry)
    .filter(([, { destinations }]) => destinations?.edgeFunctions)
    .map(([name]) => name);
  return [...registered, ...Object.keys(database.functionSecrets ?? {})];
}

type Variables = NonNullable<HostingSection["variables"]>;

// Requirement: ENV-19, ALRT-06
/** The app's variables, with what it has to know about errors. What the file says itself wins. */
export function withErrorVariables(
  variables: Variables = {},
  errors: ErrorTrackingSettings,
): Variables {
  return { [errorVariables.events]: errors.events, ...sentryVariables(errors), ...variables };
}

// Requirement: ALRT-06
/** What Sentry sorts errors by, as far as the settings say it. */
function sentryVariables(errors: ErrorTrackingSection & { tier: Tier }): Variables {
  if (errors.kind !== "sentry") return {};
  const { tracesSampleRate: rate, release, tier } = errors;
  const environment = errors.environment ?? (declaresSentry({ errorTracking: errors }) ? tier : "");
  return {
    [errorVariables.tracesSampleRate]: rate === undefined ? tracesSampleRate : String(rate),
    ...(environment !== "" && { [errorVariables.environment]: environment }),
    ...(release !== undefined && { [errorVariables.release]: release }),
  };
}

type Functions = NonNullable<DatabaseSection["functions"]>;

// Requirement: ALRT-07
/** The database's edge functions, with the one that tells of new errors where somebody is told. */
export function withNotifier(
  functions: Functions | undefined,
  errors: ErrorTrackingSection,
): Functions | undefined {
  if (errors.kind !== "database" || !errors.mail) return functions;
  const { slug, entrypoint } = errorNotifier;
  return { [slug]: { entrypoint }, ...functions };
}

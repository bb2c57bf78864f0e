import {
  type ActionsArgs,
  defaults,
  type EnvironmentArgs,
  type IncidentRole,
  type ProtectionArgs,
  type RepositorySettings,
  type ReviewersArgs,
  type TeamArgs,
} from "./args";

/** Protection with every default filled in. */
export type ProtectionSpec = Required<{
  [K in keyof ProtectionArgs]: NonNullable<ProtectionArgs[K]>;
}>;

/** What workflows may do, with every default filled in. */
export interface ActionsSpec extends Required<{
  [K in keyof Omit<ActionsArgs, "patternsAllowed">]: NonNullable<ActionsArgs[K]>;
}> {
  patternsAllowed: string[];
}

/** The environment with every default filled in. */
export interface EnvironmentSpec {
  name: string;
  reviewers: Required<{ [K in keyof ReviewersArgs]: NonNullable<ReviewersArgs[K]> }> | undefined;
  waitTimer: number;
  preventSelfReview: boolean | undefined;
  canAdminsBypass: boolean;
  branches: "protected" | string[];
  drift: string | undefined;
  variables: NonNullable<EnvironmentArgs["variables"]>;
}

/** Undefined where the default branch is not protected. */
export function protectionSpec({ protection }: RepositorySettings): ProtectionSpec | undefined {
  if (protection === false) return undefined;
  const filled = { ...defaults.protection, ...given(protection) };
  return { ...filled, checks: [...filled.checks] };
}

export function actionsSpec({ actions = {} }: RepositorySettings): ActionsSpec {
  return { ...defaults.actions, patternsAllowed: [], ...given(actions) };
}

/** Undefined for a stack that deploys to no environment. */
export function environmentSpec({ environment }: RepositorySettings): EnvironmentSpec | undefined {
  if (!environment) return undefined;
  const { name, reviewers, variables = {} } = environment;
  const { waitTimer, canAdminsBypass, branches } = {
    ...defaults.environment,
    ...given(environment),
  };
  return {
    name,
    reviewers: reviewers && { teams: reviewers.teams ?? [], users: reviewers.users ?? [] },
    waitTimer,
    // Only where somebody approves is there anything to prevent, and not every plan knows the word.
    preventSelfReview: reviewers && (environment.preventSelfReview ?? true),
    canAdminsBypass,
    branches: branches === "protected" ? branches : [...branches],
    drift: environment.drift,
    variables,
  };
}

// Requirement: REPO-09
/**
 * What looks for secrets and faults in the repository. Public ones have all but secret scanning switched on for good, and
 * refuse to be asked; others have what was bought.
 */
export function securitySpec({ visibility, addOns = [] }: RepositorySettings) {
  const status = (on: boolean) => ({ status: on ? "enabled" : "disabled" });
  if (visibility === "public") return scanning(true);
  if (addOns.length === 0) return undefined;
  return {
    ...scanning(addOns.includes("secretProtection")),
    codeSecurity: status(addOns.includes("codeSecurity")),
  };

  function scanning(on: boolean) {
    return { secretScanning: status(on), secretScanningPushProtection: status(on) };
  }
}

// Requirement: DR-18
/** The team of each role in an incident, by its slug. */
export function incidentTeams(
  teams: Readonly<Record<string, TeamArgs>>,
): Partial<Record<IncidentRole, string>> {
  return Object.fromEntries(
    Object.entries(teams).flatMap(([slug, { incidentRole }]) =>
      incidentRole ? [[incidentRole, slug] as const] : [],
    ),
  );
}

/** What is there; a key with undefined must not push a default aside. */
function given<T extends object>(args: T | undefined): { [K in keyof T]: NonNullable<T[K]> } {
  const entries = Object.entries(args ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: NonNullable<T[K]> };
}

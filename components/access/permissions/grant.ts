/** Sets of ARNs: see `scopes`. */
export type ScopeName =
  | "alarms"
  | "anomalyMonitors"
  | "apis"
  | "appMonitors"
  | "backupPlans"
  | "backupVaults"
  | "budgets"
  | "buckets"
  | "cacheLookups"
  | "cacheNetworks"
  | "caches"
  | "canaries"
  | "canaryFunctions"
  | "canaryObjects"
  | "certificates"
  | "changes"
  | "chatChannels"
  | "dashboards"
  | "deliveryStreams"
  | "distributions"
  | "dumps"
  | "everything"
  | "functions"
  | "guestPools"
  | "healthChecks"
  | "healthObjects"
  | "identityProviders"
  | "keyAliases"
  | "keys"
  | "logGroups"
  | "metricStreams"
  | "monitorRole"
  | "muteRules"
  | "newGuestPools"
  | "newKeys"
  | "policies"
  | "reports"
  | "responders"
  | "restoreTests"
  | "roles"
  | "secrets"
  | "taggedGuestPools"
  | "topics"
  | "trails"
  | "zones";

/**
 * Actions that the AWS provider calls for some types of resources. `read` is enough for a preview and shows no secret;
 * `value` shows one, which reading a resource anew takes; `write` is what an update needs besides both.
 */
export interface Grant {
  /** Type tokens. */
  types: readonly string[];
  on: ScopeName;
  read?: readonly string[];
  value?: readonly string[];
  write?: readonly string[];
  /**
   * Narrows `write`. `taggedSo`: what is asked for carries the stack's tags. `passedTo`: the role is handed to a service
   * that the program uses.
   */
  when?: "taggedSo" | "passedTo";
}

/** `s3`, `GetBucketAcl` → `s3:GetBucketAcl`. */
export function actions(service: string, ...names: string[]): string[] {
  return names.map((name) => `${service}:${name}`);
}

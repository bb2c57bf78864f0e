import { tokens } from "../core/tokens";

/** Whose a resource is: most names and tags carry it. */
const ofTheStack = {
  product: "groundwork:stack.product",
  tier: "groundwork:stack.tier",
  owner: "groundwork:stack.owner",
} as const;

/**
 * Where a component's args stand in the stack file: path of the arg to path in the file, by type token. An arg that
 * is not listed stands below its nearest listed ancestor, "" being all args together. Args and settings share their
 * names, so most components need one line. `*` is the entry of a record, where the file has one component for each.
 */
const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [tokens.hostingProject]: { "": "groundwork:hosting", awsRegion: "aws:region" },
  [tokens.hostedSite]: { "": "groundwork:hosting" },
  [tokens.database]: { "": "groundwork:database" },
  [tokens.uptimeChecks]: {
    "": "groundwork:uptime",
    ...ofTheStack,
    runbooks: "groundwork:alerts.runbooks",
  },
  [tokens.dns]: {
    "": "groundwork:dns",
    ...ofTheStack,
  },
  [tokens.dashboard]: {
    "": "groundwork:alerts",
    product: "groundwork:stack.product",
    tier: "groundwork:stack.tier",
    services: "groundwork:services",
  },
  [tokens.alerts]: {
    "": "groundwork:alerts",
    product: "groundwork:stack.product",
    tier: "groundwork:stack.tier",
    services: "groundwork:services",
  },
  [tokens.logs]: {
    "": "groundwork:logs",
    ...ofTheStack,
  },
  [tokens.repository]: { "": "groundwork:repository", owned: "groundwork:shared.owner" },
  [tokens.recovery]: { "": "groundwork:recovery", ...ofTheStack },
  [tokens.budget]: { "": "groundwork:budget", tags: "groundwork:stack" },
  [tokens.errorTracking]: {
    "": "groundwork:errorTracking",
    product: "groundwork:stack.product",
    tier: "groundwork:stack.tier",
    variables: "groundwork:hosting.variables",
    thirdParties: "groundwork:hosting.thirdParties",
    functionSecrets: "groundwork:secretRegistry",
  },
  [tokens.storageBucket]: { "": "groundwork:storage.buckets.*", tags: "groundwork:stack" },
  [tokens.containerService]: {
    "": "groundwork:services",
    services: "groundwork:services",
    tier: "groundwork:stack.tier",
  },
  [tokens.cache]: {
    "": "groundwork:cache",
    ...ofTheStack,
    fallbacks: "groundwork:dependencies",
    credential: "groundwork:secrets",
  },
  [tokens.webVitals]: {
    "": "groundwork:webVitals",
    ...ofTheStack,
    region: "aws:region",
  },
  [tokens.access]: {
    "": "groundwork:access",
    owned: "groundwork:shared.owner",
    ...ofTheStack,
    state: "groundwork:state",
    buckets: "groundwork:storage.buckets",
    secrets: "groundwork:secretRegistry",
    budgets: "groundwork:budget.name",
    caches: "groundwork:cache",
    appMonitors: "groundwork:webVitals",
    responders: "groundwork:alerts.routes",
  },
  [tokens.stateBackend]: { "": "groundwork:state", tags: "groundwork:stack" },
  [tokens.secrets]: {
    "": "groundwork:secretRegistry",
    registry: "groundwork:secretRegistry",
    tags: "groundwork:stack",
  },
  [tokens.stackProfile]: {
    "": "groundwork:stack",
    shared: "groundwork:shared",
    dependencies: "groundwork:dependencies",
    readiness: "groundwork:readiness",
    owners: "groundwork:policy.owners",
    onUnknown: "groundwork:policy.onUnknown",
    approvalHours: "groundwork:policy.approvalHours",
    waivers: "groundwork:policy.waivers",
    rules: "groundwork:policy.rules",
    budget: "groundwork:budget",
    costs: "groundwork:costs",
    "costs.awsRegion": "aws:region",
    "costs.countedBy": "groundwork:shared.owner",
  },
};

/**
 * The path in the stack file of a component's arg: `headers.strictTransportSecurity` of a hosting project is
 * `groundwork:hosting.headers.strictTransportSecurity`. Undefined for a type that no section sets. `entry` is the key of
 * the record that the component stands under, where there is one.
 */
export function stackFilePath(
  componentToken: string,
  argPath: string,
  entry?: string,
): string | undefined {
  const table = Object.hasOwn(places, componentToken) ? places[componentToken] : undefined;
  if (!table) return undefined;
  const listed = ancestors(argPath).find((ancestor) => Object.hasOwn(table, ancestor)) ?? "";
  const rest = argPath.slice(listed.length);
  const separator = listed === "" && rest !== "" && !rest.startsWith("[") ? "." : "";
  return `${withEntry(table[listed] ?? "", entry)}${separator}${rest}`;
}

/**
 * The key of a record that a resource belongs to: `backups` for the component `storage-backups` and for its child
 * `storage-backups-versioning`. Of several the longest, since a key may begin like another one.
 */
export function entryOf(name: string, keys: readonly string[]): string | undefined {
  const own = name.slice(name.indexOf("-") + 1);
  const fitting = keys.filter((key) => own === key || own.startsWith(`${key}-`));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

/** Without an entry the record itself is as near as can be told. */
function withEntry(path: string, entry: string | undefined): string {
  if (!path.endsWith(".*")) return path;
  const record = path.slice(0, -".*".length);
  return entry === undefined ? record : `${record}.${entry}`;
}

/** A path and what is above it, longest first: `a.b[0]`, `a.b`, `a`. */
function ancestors(path: string): string[] {
  const ends = [...path.matchAll(/\.|\[/g)].map(({ index }) => index);
  return [path, ...ends.reverse().map((end) => path.slice(0, end))];
}

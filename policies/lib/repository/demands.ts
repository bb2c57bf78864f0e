/** What may be asked of a change of a branch, each asked or not. */
export const demandNames = [
  "pullRequest",
  "staleReviewsDismissed",
  "codeOwnerReview",
  "lastPushApproved",
  "conversationsResolved",
  "upToDate",
  "noForcePushes",
  "noDeletion",
  "linearHistory",
  "signedCommits",
] as const;
export type DemandName = (typeof demandNames)[number];

/** `open`: not asked as far as is known, and a value that is not known yet may ask it. */
export type Asked = boolean | "open";

/** What must hold before a branch changes. */
export interface Demands extends Readonly<Record<DemandName, Asked>> {
  /** Approving reviews; more of them when `open`. */
  readonly approvals: { readonly count: number; readonly open: boolean };
  /** Checks that must pass, by name; more of them when `open`. */
  readonly checks: { readonly names: readonly string[]; readonly open: boolean };
}

/** A demand of any kind. */
export type DemandKey = keyof Demands;
export const everyDemand: readonly DemandKey[] = [...demandNames, "approvals", "checks"];

const each = (ask: (name: DemandName) => Asked): Record<DemandName, Asked> =>
  Object.fromEntries(demandNames.map((name) => [name, ask(name)])) as Record<DemandName, Asked>;

export const noDemands: Demands = {
  ...each(() => false),
  approvals: { count: 0, open: false },
  checks: { names: [], open: false },
};

/** What a source may ask of which nothing is known. */
export const openDemands: Demands = {
  ...each(() => "open"),
  approvals: { count: 0, open: true },
  checks: { names: [], open: true },
};

/** What several sources ask that all hold: the most of each. */
export function allOf(sources: readonly Demands[]): Demands {
  return {
    ...each((name) => most(sources.map((source) => source[name]))),
    approvals: {
      count: Math.max(0, ...sources.map(({ approvals }) => approvals.count)),
      open: sources.some(({ approvals }) => approvals.open),
    },
    checks: {
      names: [...new Set(sources.flatMap(({ checks }) => checks.names))],
      open: sources.some(({ checks }) => checks.open),
    },
  };
}

/** What holds whichever one of several sources holds: the least of each. */
export function anyOf(sources: readonly [Demands, ...Demands[]]): Demands {
  const [{ checks }] = sources;
  return {
    ...each((name) => least(sources.map((source) => source[name]))),
    approvals: {
      count: Math.min(...sources.map(({ approvals }) => approvals.count)),
      open: sources.some(({ approvals }) => approvals.open),
    },
    checks: {
      names: checks.names.filter((name) => sources.every((one) => one.checks.names.includes(name))),
      open: sources.some((one) => one.checks.open),
    },
  };
}

/** What a source asks of which is not known whether it holds at all. */
export function perhaps(demands: Demands): Demands {
  return {
    ...each((name) => (demands[name] === false ? false : "open")),
    approvals: { count: 0, open: demands.approvals.open || demands.approvals.count > 0 },
    checks: { names: [], open: demands.checks.open || demands.checks.names.length > 0 },
  };
}

const most = (asked: readonly Asked[]): Asked =>
  asked.includes(true) || (asked.includes("open") ? "open" : false);

function least(asked: readonly Asked[]): Asked {
  if (asked.includes(false)) return false;
  return asked.includes("open") ? "open" : true;
}

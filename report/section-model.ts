import type { ReportedTarget } from "./target";

/* What a report tells of the stack itself, section by section: see model.ts for how it was judged. */

/** What an update does with a resource. */
export type ChangeOperation = "create" | "update" | "replace" | "delete";

/** One thing that a change comes to, in words that people decide by: `log retention`, `90 days` → `7 days`. */
export interface ReportedMeaning {
  what: string;
  property: string;
  before: string;
  after: string;
  direction: "weaker" | "stronger" | "other";
}

/** What the engine would do with a resource, or did. */
export interface ReportedChange extends ReportedTarget {
  operation: ChangeOperation;
  /** The provider refused it: the update stopped here. */
  failed?: true;
  /** Top-level inputs that differ; empty for what is created or deleted. Their values stand in no report. */
  properties: readonly string[];
  /** What the rules about changes compare of it, where it differs. */
  meaning: readonly ReportedMeaning[];
}

/** A response header as it is declared. `byApp`: sent by the app itself, whose component carries its text. */
export interface ReportedHeader {
  name: string;
  state: "sent" | "removed" | "unknown";
  value?: string;
  byApp?: true;
}

/** What responses of some paths carry, as far as it is declared. */
export interface ReportedRoute extends ReportedTarget {
  /** Hosts of the project; one that redirects answers nothing else. */
  hosts: readonly { host: string; redirectsTo?: string }[];
  /** Pattern of paths, as the provider reads it. */
  source: string;
  covers: "every path" | "some paths" | "unknown";
  headers: readonly ReportedHeader[];
  /**
   * MDN HTTP Observatory's, of these headers together with those of every path. Left out while one that counts is not
   * known.
   */
  grade?: string;
  points?: number;
}

/**
 * How far the way from a public host to a person goes. `watched`: a check, an alarm and somebody who is told.
 * `redirects`: nothing asks it, and it only leads to another host. `elsewhere`: another stack asks it.
 */
export type HostState = "watched" | "unheard" | "no alarm" | "no check" | "redirects" | "elsewhere";

export interface ReportedCheck extends ReportedTarget {
  /** `https://app.example.com/api/health` */
  address: string;
  /** Seconds from one question to the next. */
  everySeconds?: number;
  /** URNs of the alarms that hear of it. */
  alarms: readonly string[];
}

export interface ReportedHost {
  host: string;
  state: HostState;
  /** URNs of what makes it public. */
  from: readonly string[];
  redirectsTo?: string;
  checks: readonly ReportedCheck[];
}

export interface ReportedAlarm extends ReportedTarget {
  /** Of core/alerts; `uptime` for checks of hosts and canaries, `other` where nothing tells. */
  class: string;
  severity?: string;
  owner?: string;
  /** Address of the page that says what to do. */
  runbook?: string;
  /** Alarms made of it, by name: it tells through them. */
  through: readonly string[];
  /** Who is told, by itself or through those. `e-mail oncall@example.com`, `Slack C0INCIDENTS` */
  routes: readonly string[];
}

/** Who would hear of trouble. */
export interface ReportedCoverage {
  hosts: readonly ReportedHost[];
  alarms: readonly ReportedAlarm[];
}

/**
 * Why something is where it is said to be. `provider`: where its provider is set to. `project`: with the project that it
 * belongs to. `global`: in no region that could be chosen. `vendor`: the vendor says, not the stack.
 */
export type PlaceReason = "declared" | "provider" | "project" | "global" | "vendor";

/** Where a resource is. */
export interface ReportedResidence extends ReportedTarget {
  vendor: string;
  said: PlaceReason;
  /** None where `said` is `global` or `vendor`; an unknown code has no place and no country. */
  places: readonly { region: string; place?: string; country?: string }[];
  /** What it keeps, for those types that keep what people put there. */
  holds?: string;
  /** Whether it holds personal data, where a tag or input `personalData` says so. */
  personalData?: boolean;
}

/** A statement of a policy: actions, on what. */
export interface ReportedGrant {
  allows: boolean;
  actions: readonly string[];
  /** `actions` are those that it leaves out. */
  allBut?: true;
  on: readonly string[];
  /** Keys of its conditions. */
  conditions: readonly string[];
}

/** A role on AWS. */
export interface ReportedRole extends ReportedTarget {
  /** Who may take it over: `Service lambda.amazonaws.com`. */
  openTo: readonly string[];
  grants: readonly ReportedGrant[];
  /** Names of the policies that it is given. */
  policies: readonly string[];
  /** Some of its documents are not known before the update. */
  partial?: true;
}

export interface ReportedTeam extends ReportedTarget {
  team: string;
  /** In the repository; `none` where it has no access. */
  permission: string;
  members: readonly { name: string; role: string }[];
}

/** Who lets deployments into an environment. */
export interface ReportedEnvironment extends ReportedTarget {
  environment: string;
  reviewers: readonly string[];
  waitMinutes: number;
  selfReview: boolean;
  /** Whether administrators may deploy past all this. GitHub lets them unless told otherwise. */
  adminBypass: boolean;
}

/** Who changes a protected branch. */
export interface ReportedBranch extends ReportedTarget {
  pattern: string;
  approvals: number;
  codeOwners: boolean;
  adminBypass: boolean;
  forcePushes: boolean;
  /** Named actors who may pass by the rules. */
  bypassers: readonly string[];
}

/** Who may do what, of what the stack declares. */
export interface ReportedAccess {
  roles: readonly ReportedRole[];
  teams: readonly ReportedTeam[];
  environments: readonly ReportedEnvironment[];
  branches: readonly ReportedBranch[];
}

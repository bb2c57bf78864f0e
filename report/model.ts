import type { ProblemPlace } from "../core/errors";
import type { AppliedWaiver, Level, ResultState, Severity } from "../core/finding";
import type { SourcePlace } from "../core/resource";
import type { Value } from "../core/value";
import type {
  ReportedAccess,
  ReportedChange,
  ReportedCoverage,
  ReportedResidence,
  ReportedRoute,
} from "./section-model";
import type { ReportedTarget } from "./target";

/** Of the shape below; rises when a reader of the last one would misread it. */
export const reportVersion = 1;

/** What a report was made of. */
export type ReportOrigin = "check" | "preview" | "up" | "state" | "events";

/** Of what, by what and when. */
export interface ReportedRun {
  project: string;
  stack: string;
  tier: string;
  owner: string;
  origin: ReportOrigin;
  /** ISO 8601 in UTC: when it was judged. */
  at: string;
  /** `git rev-parse HEAD` of the program, where it stands in a repository. */
  commit?: string;
  pack: { name: string; version: string };
  engine?: string;
  /** Digest of the approved preview: see docs/guides/gate.md. */
  digest?: string;
  /** Why the run did not come to its end; everything below is as far as it came. */
  stopped?: string;
}

/** `refused`: a mandatory rule says no. `advice`: only advisory ones do. `broken`: it did not come to its end. */
export type ReportVerdict = "clean" | "advice" | "refused" | "broken";

/** How many answers there are, by state. A waived finding counts as waived alone. */
export interface Counts {
  pass: number;
  fail: number;
  unknown: number;
  error: number;
  notApplicable: number;
  waived: number;
}

/** Rules about one subject. */
export interface ReportedFamily {
  family: string;
  counts: Counts;
  /** Percent of its answers that hold, of those that judge something; 100 where nothing was to be judged. Waived ones do not hold. */
  score: number;
}

export interface ReportedReference {
  standard: string;
  clause: string;
  url?: string;
}

export interface ReportedRule {
  id: string;
  family: string;
  title: string;
  why: string;
  fix: string;
  severity: Severity;
  topics: readonly string[];
  references: readonly ReportedReference[];
}

export interface ReportedResult {
  /** The same for the same answer in every run: of rule, target and property. */
  id: string;
  rule: string;
  family: string;
  state: ResultState;
  level: Level;
  severity: Severity;
  target: ReportedTarget;
  message: string;
  /** What was judged. Never a secret's value. */
  evidence: { property?: string; found?: Value; wanted?: Value };
  /** In the stack file. */
  place?: ProblemPlace;
  /** In the program. */
  source?: SourcePlace;
  waiver?: AppliedWaiver;
  /** An unknown that the stack allows. */
  allowed?: true;
}

/** One clause of a standard and the rules that answer for it. */
export interface ReportedControl extends ReportedReference {
  rules: readonly string[];
  /** The worst of its answers: failing before undecided, waived, holding; not applicable where nothing was to be judged. */
  state: "fail" | "unknown" | "waived" | "pass" | "not-applicable";
  counts: Counts;
}

export interface ReportedWaiver {
  rule: string;
  target: string;
  property?: string;
  reason: string;
  owner: string;
  /** `YYYY-MM-DD` */
  expires: string;
  /** Days until the last one; 0 on that day, below 0 once it is over. */
  daysLeft: number;
  ticket?: string;
  /** Ids of the results that it covers. */
  covers: readonly string[];
}

export interface ReportedResource extends ReportedTarget {
  vendor: string;
  component: string;
  parent?: string;
  custom: boolean;
  protect: boolean;
  /** That a file is rendered of some of it, which the hosts' own tools read: no provider manages those. */
  note?: "rendered, not managed";
  /** Which: `Netlify`, `hub (Fly)`. */
  rendered?: readonly string[];
  region?: string;
  /** Expected US dollars a month, as decimal text; left out where it has no price. */
  monthlyUsd?: string;
  /** The worst answer about it. */
  state: ResultState | "waived";
}

/** US dollars a month as decimal text, in each scenario. */
export interface ReportedAmounts {
  low: string;
  expected: string;
  high: string;
}

interface ReportedComponent {
  component: string;
  monthlyUsd: ReportedAmounts;
  /** What of it is expected by prices of low confidence. */
  lowConfidenceUsd?: string;
}

export interface ReportedCosts {
  total: ReportedAmounts;
  limitUsd?: string;
  /** Of the total, what is expected by prices of low confidence; left out where there is none of it. */
  lowConfidenceUsd?: string;
  components: readonly ReportedComponent[];
  notPriced: readonly { resource: string; type: string; why: string }[];
  /** What another stack counts. */
  elsewhere: readonly string[];
}

/** One run of a stack among others. */
export interface ReportedTrendRun {
  /** ISO 8601 in UTC. */
  at: string;
  origin: ReportOrigin;
  commit?: string;
  verdict: ReportVerdict;
  counts: Counts;
  /** Percent of its answers that hold, as of a family. */
  score: number;
  /** Answers that somebody has to do something about. */
  open: number;
  resources: number;
  /** Expected US dollars a month, as decimal text. */
  monthlyUsd?: string;
}

/** An answer by its rule and id alone: a history keeps no names and no values. */
export interface ReportedMark {
  rule: string;
  id: string;
}

/** What became of findings from one run to another. */
export interface ReportedSince {
  /** When the earlier run was. */
  at: string;
  /** Open in the later one alone. */
  opened: readonly ReportedMark[];
  /** Open in the earlier one; now it holds, or what was judged is gone. */
  closed: readonly ReportedMark[];
  stillOpen: readonly ReportedMark[];
  /** Waived in the later one alone. */
  waived: readonly ReportedMark[];
}

/** How the stack came to stand as it does: its last runs, this one at the end. */
export interface ReportedTrend {
  /** Oldest first, at most 30. */
  runs: readonly ReportedTrendRun[];
  /** Score of each family by run; `null` where it had none. */
  families: readonly { family: string; scores: readonly (number | null)[] }[];
  /** Against the run before; left out of the first. */
  since?: ReportedSince;
}

/** Everything that a report says, whatever it is written as. Sorted; the same input gives the same bytes. */
export interface Report {
  version: typeof reportVersion;
  run: ReportedRun;
  verdict: ReportVerdict;
  counts: Counts;
  families: readonly ReportedFamily[];
  rules: readonly ReportedRule[];
  results: readonly ReportedResult[];
  controls: readonly ReportedControl[];
  waivers: readonly ReportedWaiver[];
  resources: readonly ReportedResource[];
  costs?: ReportedCosts;
  /** Only of a preview or an update: a check and a state are compared with nothing. */
  changes?: readonly ReportedChange[];
  headers: readonly ReportedRoute[];
  coverage: ReportedCoverage;
  residency: readonly ReportedResidence[];
  access: ReportedAccess;
  /** Only where runs before this one are on record, or it is kept itself. */
  trend?: ReportedTrend;
}

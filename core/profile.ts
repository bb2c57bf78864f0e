import type { CostInputs } from "./costs";
import type { Severity } from "./finding";
import type { Readiness } from "./readiness";

/** How far from users a stack is. A setting of the stack file; a stack whose name says a tier must carry that one. */
export const tiers = ["dev", "staging", "prod"] as const;
export type Tier = (typeof tiers)[number];

/** What to do with a rule that cannot tell, strictest first: refuse the update, say so and go on, or only count it. */
export const unknownModes = ["fail", "warn", "allow"] as const;
export type UnknownMode = (typeof unknownModes)[number];

/** A dated exception to one rule on one target. */
export interface Waiver {
  /** Rule id: `csp-no-unsafe`. */
  rule: string;
  /**
   * A URN as the engine writes it, a logical name (all types that carry it), either of them with `*` for any text, or
   * `component:<name>` for a component and everything below it.
   */
  target: string;
  /** Only findings about this property, as reports name it. */
  property?: string;
  /** Findings that it may cover at most; 1 when left out. */
  max?: number;
  reason: string;
  owner: string;
  /** `YYYY-MM-DD`: the last day on which it holds, in UTC. */
  expires: string;
  ticket?: string;
}

/** Limits of the estimate. Each tightens the option of a rule, and none loosens it. */
export interface BudgetLimits {
  /** Percent of `monthlyUsd` from which an expected cost is told. */
  warnAtPercent?: number | undefined;
  /** The cost of a busy month as a multiple of `monthlyUsd`, at most. */
  highMultiple?: number | undefined;
  /** By how much one update may raise the estimate at most: neither may be passed. */
  largestIncrease?: { usd?: number | undefined; percent?: number | undefined } | undefined;
  /** Percent of the resources that may have no price. */
  notPricedPercent?: number | undefined;
  /** Days after which a price counts as old. */
  oldestPriceDays?: number | undefined;
}

/** What the stack may cost, and who answers for it. */
export interface StackBudget extends BudgetLimits {
  /** Whole dollars and cents a month, all vendors together. */
  monthlyUsd: number;
  /** The AWS share of it, watched by the AWS budget. */
  awsUsd: number;
  owner: string;
}

/** The inputs of `StackProfile`, repeated as its outputs: everything by which a stack is judged. */
export interface StackProfileInputs {
  tier: Tier;
  /** Who answers for the stack: a team or an address. */
  owner: string;
  /** Who may answer for waivers beside the owners of the stack and of its budget. */
  owners?: readonly string[];
  /** What exists once for all stacks. */
  shared: {
    /** The one stack that declares it. */
    owner: string;
  };
  /** What each part of the product needs, and what users get while that is down. */
  dependencies?: Record<string, Record<string, { fallback: string }>>;
  /** What somebody looked at before the first user came: by whom, when, and what shows it. */
  readiness?: Readiness;
  onUnknown: UnknownMode;
  budget: StackBudget;
  /** By what costs are estimated; by the tier's assumptions where left out. */
  costs?: CostInputs;
  waivers: Waiver[];
  /** Options of rules by rule id: they can tighten a floor, never loosen it. */
  rules: Record<string, Record<string, unknown>>;
}

/** Severities from worst to least, for sorting. */
export const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

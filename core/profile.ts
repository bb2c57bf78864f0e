import type { Severity } from "./finding";

/** How far from users a stack is. A setting of the stack file; a stack whose name says a tier must carry that one. */
export const tiers = ["dev", "staging", "prod"] as const;
export type Tier = (typeof tiers)[number];

/** What to do with a mandatory rule that cannot tell: refuse the update, or say so and go on. */
export const unknownModes = ["fail", "warn"] as const;
export type UnknownMode = (typeof unknownModes)[number];

/** A dated exception to one rule on one target. */
export interface Waiver {
  /** Rule id: `csp-no-unsafe`. */
  rule: string;
  /** A URN, or a logical name (all types that carry it). */
  target: string;
  reason: string;
  owner: string;
  /** `YYYY-MM-DD`: the last day on which it holds, in UTC. */
  expires: string;
  ticket?: string;
}

/** The inputs of `StackProfile`, repeated as its outputs: everything by which a stack is judged. */
export interface StackProfileInputs {
  tier: Tier;
  /** Who answers for the stack: a team or an address. */
  owner: string;
  /** What exists once for all stacks. */
  shared: {
    /** The one stack that declares it. */
    owner: string;
  };
  /** What each part of the product needs, and what users get while that is down. */
  dependencies?: Record<string, Record<string, { fallback: string }>>;
  onUnknown: UnknownMode;
  budget: {
    /** Whole dollars and cents a month, all vendors together. */
    monthlyUsd: number;
    /** The AWS share of it, watched by the AWS budget. */
    awsUsd: number;
    owner: string;
  };
  waivers: Waiver[];
  /** Options of rules by rule id: they can tighten a floor, never loosen it. */
  rules: Record<string, Record<string, unknown>>;
}

/** Severities from worst to least, for sorting. */
export const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

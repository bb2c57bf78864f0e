import type { Value } from "./value";

export type Severity = "low" | "medium" | "high" | "critical";

/** What a failed or undecided rule does to the run: `mandatory` refuses it, `advisory` is only told. */
export type Level = "mandatory" | "advisory";

/** `unknown` is never a pass; `error` is a rule that threw, and fails closed. */
export type ResultState = "pass" | "fail" | "unknown" | "not-applicable" | "error";

/** A waiver that covers a finding, and how long it still does. */
export interface AppliedWaiver {
  /** Place in the stack's list of waivers, from 0. */
  index: number;
  reason: string;
  owner: string;
  /** `YYYY-MM-DD`; the last day on which it holds, in UTC. */
  expires: string;
  ticket?: string;
}

/** One rule's answer about one target. Never holds a secret's value. */
export interface RuleResult {
  rule: string;
  state: ResultState;
  /** URN judged: a resource's, or the stack's own for stack-wide rules. */
  urn: string;
  level: Level;
  severity: Severity;
  /** One sentence for people; for a failure it says what was found and what is wanted. */
  message: string;
  /** Path of the property judged, in the judged resource: `route.headers.Strict-Transport-Security`. */
  property?: string;
  found?: Value;
  wanted?: Value;
  /** Path of the component arg that decides it (`headers.strictTransportSecurity`), for the place in the stack file. */
  input?: string;
  waiver?: AppliedWaiver;
  /** An unknown that the stack allows: still counted as unknown, and nobody is told. */
  allowed?: true;
}

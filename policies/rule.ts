import type { z } from "zod";
import type { Severity } from "../core/finding";
import type { DeclaredResource } from "../core/resource";
import type { Value } from "../core/value";
import type { Judgement } from "./judgement";
import type { RunSettings } from "./profile";
import type { StackView } from "./stack-view";

/** Where a demand comes from, for auditors. */
export interface Reference {
  standard: string;
  clause: string;
  url?: string;
}

/** What an answer rests on. Nothing in it may hold a secret's value: policies see secrets in clear. */
export interface Evidence {
  /** URN judged; the resource handed to `check`, or the stack, when left out. */
  urn?: string;
  /** Path of the property judged, in that resource: `route.headers.Strict-Transport-Security`. */
  property?: string;
  /** Path of the component arg that decides it: `headers.strictTransportSecurity`. */
  input?: string;
  found?: Value;
  wanted?: Value;
  /** One sentence for people; made from property, found and wanted when left out. */
  message?: string;
}

/** A rule's answer. `error` is not among them: the runner makes it of a rule that throws. */
export interface Answer extends Evidence {
  state: "pass" | "fail" | "unknown" | "not-applicable";
}

export type Answers = Answer | readonly Answer[];

export interface RuleContext<Options> {
  /** The tier's floors, tightened by what the stack says. */
  options: Options;
  /** By what the stack is judged; the strictest there is when its profile cannot be read. */
  settings: RunSettings;
  /** The day of the run, `YYYY-MM-DD` in UTC: the clock of whoever judges, so that tests can stop it. */
  today: string;
}

/** What every rule says of itself, whatever it judges: the text of reports and docs. */
export interface RuleText<Schema extends z.ZodObject = z.ZodObject> {
  /** Kebab-case, unique, and the name of its file. */
  id: string;
  /** True when the rule holds. */
  title: string;
  /** One sentence about the harm. */
  why: string;
  /** One sentence in the imperative. */
  fix: string;
  severity: Severity;
  topics: readonly string[];
  references: readonly Reference[];
  /** Options by name. Their values for each tier stand in floors.ts, and a stack can only tighten those. */
  options: Schema;
}

/**
 * Judges one resource at a time, and so also before the resource is made. What the inputs were computed from is not known
 * then: an answer that rests on it must be unknown without it, never a failure.
 */
export interface ResourceRule<Schema extends z.ZodObject = z.ZodObject> extends RuleText<Schema> {
  /** Type tokens, or `*` for whatever a provider manages. */
  appliesTo: readonly string[];
  check(resource: DeclaredResource, context: RuleContext<z.infer<Schema>>): Answers;
}

/** Judges what only the whole stack shows: joins, coverage, what is missing. */
export interface StackRule<Schema extends z.ZodObject = z.ZodObject> extends RuleText<Schema> {
  appliesTo: "stack";
  check(stack: StackView, context: RuleContext<z.infer<Schema>>): Answers;
}

/** Judges by what the stack asks to be judged. Runs last, and no waiver covers it. */
export interface ProfileRule<Schema extends z.ZodObject = z.ZodObject> extends RuleText<Schema> {
  appliesTo: "profile";
  check(judgement: Judgement, context: RuleContext<z.infer<Schema>>): Answers;
}

export type Rule = ResourceRule | StackRule | ProfileRule;

/** Types a rule by its options. Fields in the order of the interface: id, title, why, fix, … check. */
export function defineRule<S extends z.ZodObject>(rule: ResourceRule<S>): ResourceRule<S>;
export function defineRule<S extends z.ZodObject>(rule: StackRule<S>): StackRule<S>;
export function defineRule<S extends z.ZodObject>(rule: ProfileRule<S>): ProfileRule<S>;
export function defineRule(rule: Rule): Rule {
  return rule;
}

export const pass = (evidence: Evidence = {}): Answer => ({ state: "pass", ...evidence });

export const fail = (evidence: Evidence): Answer => ({ state: "fail", ...evidence });

/** The value exists but cannot be known before the update. Never a pass. */
export const unknown = (evidence: Evidence): Answer => ({ state: "unknown", ...evidence });

/** What to do about an unknown, at the end of a sentence. */
export const makeKnown = "give it a plain value, not the output of another resource";

/** The rule has no ground here: say which. */
export const notApplicable = (message: string, urn?: string): Answer => ({
  state: "not-applicable",
  message,
  ...(urn !== undefined && { urn }),
});

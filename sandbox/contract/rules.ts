/**
 * Rules about values that no type declaration tells, as data in `sandbox/constraints/<package>.json`.
 *
 * Paths are property names joined with dots; `[]` after a name stands for each element of an array or a map:
 * `route.transforms[].target`.
 */
export interface RuleFile {
  /** Where the rules come from. */
  source: readonly RuleSource[];
  /** True where the provider's own `Check` fills in `default`s: providers on the older Terraform SDK do. */
  defaultsInCheck?: boolean;
  /** True when for every type of `types` the list of what replaces is complete. */
  replacesKnown?: boolean;
  /** Rules for a property of any type that has it. */
  everyType?: Readonly<Record<string, PropertyRule>>;
  types: Readonly<Record<string, TypeRules>>;
}

export interface RuleSource {
  name: string;
  version: string;
  /** What was taken from it. */
  covers: string;
}

export interface TypeRules {
  /** Why nobody can make this resource through its SDK. */
  unusable?: string;
  properties?: Readonly<Record<string, PropertyRule>>;
  checks?: readonly GroupRule[];
  /** True when the list of what replaces is complete; else what is not listed updates in place for want of knowledge. */
  replacesKnown?: boolean;
}

/** What a change of a property does besides an update. */
export type ReplaceRule =
  /** Every change makes a new resource. */
  | true
  /** A change to a value does, leaving it out does not. */
  | "ifConfigured"
  /** A change from one value to another does, giving or leaving it out does not. */
  | "ifBothConfigured"
  /** Giving it or leaving it out does, a change from one value to another does not. */
  | "ifPresenceChanges";

export interface PropertyRule extends ValueRule {
  /** The provider only computes it; setting it is a mistake. */
  outputOnly?: true;
  /** Why setting it has no effect. */
  neverSent?: string;
  /** What the provider answers to a change. */
  immutable?: string;
  /** Values that an existing resource cannot be changed to, and why. */
  cannotBecome?: { values: readonly (string | number)[]; why: string };
  replace?: ReplaceRule;
  /** Why the value must be there although the SDK calls it optional. */
  mustBeSet?: string;
  /** Why the value must be known in a preview. */
  mustBeKnown?: string;
  /** What the provider takes for a value that was left out. */
  default?: Scalar;
  /** The same, but the vendor's API decides it, so that it never shows among the inputs. */
  apiDefault?: Scalar;
  /** Left out, the vendor's value stays: taking it away changes nothing. */
  computed?: true;
  /** Order of the elements does not matter. */
  unordered?: true;
}

export type Scalar = string | number | boolean;

/** What a value must look like once it is known. */
export interface ValueRule {
  enum?: readonly (string | number)[];
  itemEnum?: readonly string[];
  pattern?: string;
  itemPattern?: string;
  /** In words for people, what `pattern` or `itemPattern` asks for. */
  shape?: string;
  /** Beginning that is not allowed, whatever the case. */
  notPrefix?: string;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  /** Values that are fine besides those of `min` and `max` and `multipleOf`. */
  or?: readonly number[];
  multipleOf?: number;
  integer?: true;
  minItems?: number;
  maxItems?: number;
  format?: FormatName;
  itemFormat?: FormatName;
  /** Keys of a JSON document: others are refused. */
  keys?: Readonly<Record<string, JsonRule>>;
  /** What is written after the reason, when the reason alone does not explain itself. */
  why?: string;
}

export type FormatName = "json" | "go-duration" | "decimal" | "public-cidr" | "public-jwks";

/** A value inside a JSON document. */
export interface JsonRule extends Pick<ValueRule, "enum" | "pattern" | "min" | "max"> {
  type: "string" | "integer" | "number" | "boolean" | "object" | "array";
  nullable?: boolean;
  keys?: Readonly<Record<string, JsonRule>>;
  required?: readonly string[];
  items?: JsonRule | { type: "string"; format: FormatName };
}

/** A rule about several properties of one object. */
export type GroupRule = {
  /** The object: a path, or nothing for the resource itself. */
  at?: string;
  why?: string;
} & (
  | { exactlyOneOf: readonly string[] }
  | { atLeastOneOf: readonly string[] }
  | { atMostOneOf: readonly string[] }
  | { given: string; require: readonly string[] }
  | ConditionalRule
  | { special: string }
);

/** Holds when the property is one of the values (or, with `unless`, none of them). */
export interface ConditionalRule {
  when: string;
  is?: readonly Scalar[];
  unless?: readonly Scalar[];
  require?: readonly string[];
  requireOneOf?: readonly string[];
  forbid?: readonly string[];
}

import { parseJson } from "../../../core/json";
import {
  holdsUnknown,
  isPropertyMap,
  type PropertyMap,
  type Reading,
  UNKNOWN,
  type Value,
} from "../../../core/value";
import { listed } from "../lists";

/** A statement of a policy, with lists where IAM takes a text or a list. */
export interface Statement {
  allows: boolean;
  actions: readonly string[];
  /** Everything but these. */
  notActions: readonly string[];
  resources: readonly string[];
  notResources: readonly string[];
  /** Who, by kind: `AWS`, `Service`, `Federated`; `*` alone stands under `AWS`. */
  principals: Readonly<Record<string, readonly string[]>>;
  hasNotPrincipal: boolean;
  /** Operator, key in lower case, values. IAM tells no case of keys. */
  conditions: readonly Condition[];
}

export interface Condition {
  operator: string;
  key: string;
  values: readonly string[];
}

/** A policy document as a rule finds it. Unreadable: a text or a value that is none. */
export type PolicyReading =
  | { state: "known"; statements: readonly Statement[] }
  | { state: "unknown" | "absent" | "unreadable" };

/** Reads a document that stands as JSON text, or as an object. What is unknown inside makes all of it unknown. */
export function readPolicy(reading: Reading): PolicyReading {
  if (reading.state !== "known") return reading;
  const document = typeof reading.value === "string" ? parseJson(reading.value) : reading.value;
  if (holdsUnknown(document)) return { state: "unknown" };
  if (!isPropertyMap(document) || document.Statement === undefined) return { state: "unreadable" };
  return {
    state: "known",
    statements: listed(document.Statement).filter(isPropertyMap).map(statement),
  };
}

function statement(inputs: PropertyMap): Statement {
  return {
    allows: inputs.Effect === "Allow",
    actions: textsIn(inputs.Action),
    notActions: textsIn(inputs.NotAction),
    resources: textsIn(inputs.Resource),
    notResources: textsIn(inputs.NotResource),
    principals: principalsIn(inputs.Principal),
    hasNotPrincipal: inputs.NotPrincipal !== undefined,
    conditions: conditionsIn(inputs.Condition),
  };
}

function principalsIn(value: Value | undefined): Statement["principals"] {
  if (!isPropertyMap(value)) return { AWS: textsIn(value) };
  return Object.fromEntries(Object.entries(value).map(([kind, who]) => [kind, textsIn(who)]));
}

function conditionsIn(value: Value | undefined): Condition[] {
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    Object.entries(isPropertyMap(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: textsIn(values),
    })),
  );
}

/** A text or a list of texts. */
function textsIn(value: Value | undefined): string[] {
  if (value === undefined || value === null || value === UNKNOWN) return [];
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap(textsIn);
  return typeof value === "object" ? [] : [String(value)];
}

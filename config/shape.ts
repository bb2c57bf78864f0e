import { z } from "zod";
import type { PathStep } from "./path";
import { settingsSchema } from "./settings";

/** The part of JSON Schema that describes our settings. */
export interface SchemaNode {
  type?: string;
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  propertyNames?: SchemaNode;
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  /** Alternatives that a constant of theirs tells apart: `vendor` of a bucket. */
  oneOf?: SchemaNode[];
  [keyword: string]: unknown;
}

let settingsShape: SchemaNode | undefined;

/** The settings as JSON Schema (2020-12): what the sections take as input, for messages and for editors. */
export function shapeOfSettings(): SchemaNode {
  settingsShape ??= JSON.parse(
    JSON.stringify(z.toJSONSchema(settingsSchema, { io: "input" })),
    strict,
  ) as SchemaNode;
  return settingsShape;
}

/** For strict checkers: no format beside a pattern that says the same, and one type for each alternative. */
function strict(_key: string, node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  const { format, type, ...rest } = node as Record<string, unknown>;
  if (typeof format === "string" && typeof rest.pattern === "string") return { type, ...rest };
  if (!Array.isArray(type)) return node;
  return { ...rest, anyOf: type.map((one: unknown) => ({ type: one })) };
}

/**
 * What may stand at a path below some nodes: one node, or several where the schema has alternatives. With the value that
 * stands at the nodes, only the alternatives that it chose by a constant of theirs.
 */
export function nodesAt(
  steps: readonly PathStep[],
  roots: SchemaNode[],
  value?: unknown,
): SchemaNode[] {
  const [step, ...rest] = steps;
  const here = roots.flatMap((node) => chosen(node, value));
  if (step === undefined) return here;
  const below = here.flatMap(alternatives).flatMap((node) => child(node, step));
  return nodesAt(rest, below, (value as Record<PathStep, unknown> | undefined)?.[step]);
}

/** The alternatives of a node, itself when it has none. */
export function alternatives(node: SchemaNode): SchemaNode[] {
  return (node.anyOf ?? node.oneOf)?.flatMap(alternatives) ?? [node];
}

/** The node, or those of its alternatives whose constants are all in the value. */
function chosen(node: SchemaNode, value: unknown): SchemaNode[] {
  const fitting = node.oneOf?.filter((one) => hasConstants(value, one)) ?? [];
  return fitting.length > 0 ? fitting : [node];
}

function hasConstants(value: unknown, { properties = {} }: SchemaNode): boolean {
  const constants = Object.entries(properties).filter(([, node]) => node.const !== undefined);
  const given = value as Record<string, unknown> | null | undefined;
  // One with a default is in a value that does not say it.
  const holds = ([key, node]: [string, SchemaNode]) =>
    (given?.[key] ?? node.default) === node.const;
  return given !== undefined && constants.length > 0 && constants.every(holds);
}

/** Keys that have a name in the schema. Records with free keys add none. */
export function knownKeys(nodes: readonly SchemaNode[]): string[] {
  const keys = nodes
    .flatMap(alternatives)
    .flatMap(({ properties, propertyNames }) => [
      ...Object.keys(properties ?? {}),
      ...((propertyNames?.enum ?? []) as string[]),
    ]);
  return [...new Set(keys)];
}

function child(node: SchemaNode, step: PathStep): SchemaNode[] {
  if (typeof step === "number") return node.items ? [node.items] : [];
  const named = node.properties?.[step];
  if (named) return [named];
  return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
}

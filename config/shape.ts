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
  [keyword: string]: unknown;
}

let settingsShape: SchemaNode | undefined;

/** The settings as JSON Schema (2020-12): what the sections take as input, for messages and for editors. */
export function shapeOfSettings(): SchemaNode {
  settingsShape ??= z.toJSONSchema(settingsSchema, { io: "input" }) as SchemaNode;
  return settingsShape;
}

/** What may stand at a path below some nodes: one node, or several where the schema has alternatives. */
export function nodesAt(steps: readonly PathStep[], roots: SchemaNode[]): SchemaNode[] {
  return steps.reduce(
    (nodes, step) => nodes.flatMap(alternatives).flatMap((node) => child(node, step)),
    roots,
  );
}

/** The alternatives of a node, itself when it has none. */
export function alternatives(node: SchemaNode): SchemaNode[] {
  return node.anyOf ? node.anyOf.flatMap(alternatives) : [node];
}

/** Keys that have a name in the schema. Records with free keys add none. */
export function knownKeys(nodes: readonly SchemaNode[]): string[] {
  return nodes
    .flatMap(alternatives)
    .flatMap(({ properties, propertyNames }) => [
      ...Object.keys(properties ?? {}),
      ...((propertyNames?.enum ?? []) as string[]),
    ]);
}

function child(node: SchemaNode, step: PathStep): SchemaNode[] {
  if (typeof step === "number") return node.items ? [node.items] : [];
  const named = node.properties?.[step];
  if (named) return [named];
  return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
}

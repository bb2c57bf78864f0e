import ts from "typescript";
import type { ObjectSchema, SchemaType } from "../../sandbox/contract/schema";
import { readType, type Scope } from "./types";

type Members = readonly (ts.TypeElement | ts.ClassElement)[];

/** Reads an interface of inputs: types, what is required, and what the comments say of each property. */
export function readObject(members: Members, scope: Scope): ObjectSchema {
  const properties = [...propertiesOf(members)];
  const names = (test: (property: Property) => boolean) =>
    properties.filter(([, property]) => test(property)).map(([name]) => name);
  const comment = (property: Property) => commentOf(property, scope.file);
  return prune({
    inputs: readTypes(properties, scope),
    required: names((property) => property.questionToken === undefined),
    deprecated: names((property) => comment(property).includes("@deprecated")),
    replaces: names((property) => saysReplace(comment(property))),
  });
}

/** Types of an interface's or class's properties, by name, sorted. */
export function readOutputs(members: Members, scope: Scope): Record<string, SchemaType> {
  return readTypes([...propertiesOf(members)], scope);
}

/** Drops empty lists and lists names in order: a schema file holds only what says something. */
export function prune<T extends object>(schema: T): T {
  const entries = Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return value === undefined ? [] : [[key, value] as const];
    return value.length === 0 ? [] : [[key, [...(value as string[])].sort()] as const];
  });
  return Object.fromEntries(entries) as T;
}

type Property = (ts.PropertySignature | ts.PropertyDeclaration) & { type: ts.TypeNode };

/** Instance properties that have a type and a plain name. */
function* propertiesOf(members: Members): Generator<[string, Property]> {
  for (const member of members) {
    if (!ts.isPropertySignature(member) && !ts.isPropertyDeclaration(member)) continue;
    const isStatic = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
    if (isStatic || !member.type || ts.isComputedPropertyName(member.name)) continue;
    if (ts.isPrivateIdentifier(member.name)) continue;
    yield [member.name.text, member as Property];
  }
}

function readTypes(properties: [string, Property][], scope: Scope): Record<string, SchemaType> {
  const sorted = [...properties].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, { type }]) => [name, readType(type, scope)]));
}

function commentOf(node: ts.Node, file: ts.SourceFile): string {
  const text = file.text.slice(node.getFullStart(), node.getStart(file));
  return text.replaceAll(/^\s*(\/\*\*|\*\/|\*)?/gm, " ").replaceAll(/\s+/g, " ");
}

/**
 * True when a sentence of the comment says so of the property itself, without a condition: "Changing this value
 * forces replacement", "(Optional, Forces new resource)".
 */
function saysReplace(comment: string): boolean {
  return replacePhrases.some((phrase) => phrase.test(comment));
}

const replacePhrases = [
  /(^|[.)] |\*\* )Changing (this|this value|the `\w+`|`\w+`|any values in `\w+`)( will)? (force|create|re-create)s? (a |the )?(new )?(resource|replacement)/,
  /^ *`?\w*`? ?-? ?\((Optional|Required), Forces new resource\)/,
];

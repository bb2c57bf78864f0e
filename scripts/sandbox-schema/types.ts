import ts from "typescript";
import type { SchemaType } from "../../sandbox/contract/schema";
import { shortName } from "./sources";

/** What a type that stands under a name means; undefined when the name is unknown. */
export interface Names {
  /** `inputs.s3.BucketRule`: called with `s3/BucketRule`. */
  input(name: string): SchemaType | undefined;
  /** `enums.s3.CannedAcl`, or `CannedAcl` imported into module `s3`: the values. */
  enumeration(name: string): readonly (string | number)[] | undefined;
  /** True for a class that stands for a resource. */
  resource(name: string): boolean;
}

/** Where a type stands, for names and messages. */
export interface Scope {
  file: ts.SourceFile;
  folder: string;
  names: Names;
}

/** Reads `pulumi.Input<string | undefined>` and its like. Throws on a type that it cannot place, so that nothing is guessed. */
export function readType(node: ts.TypeNode, scope: Scope): SchemaType {
  const simple = keywords.get(node.kind);
  if (simple) return simple;
  if (ts.isParenthesizedTypeNode(node)) return readType(node.type, scope);
  if (ts.isTypeOperatorNode(node)) return readType(node.type, scope);
  if (ts.isArrayTypeNode(node)) return [readType(node.elementType, scope)];
  if (ts.isUnionTypeNode(node)) return readUnion(node, scope);
  if (ts.isTypeLiteralNode(node)) return readLiteral(node, scope);
  if (ts.isLiteralTypeNode(node)) return readConstant(node, scope);
  if (ts.isTypeReferenceNode(node)) return readReference(node, scope);
  return refuse(node, scope);
}

const keywords = new Map<ts.SyntaxKind, SchemaType>([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.AnyKeyword, "any"],
  [ts.SyntaxKind.UnknownKeyword, "any"],
]);

const wrappers = new Set(["pulumi.Input", "pulumi.Output", "pulumi.Unwrap", "Promise"]);

const wellKnown = new Map<string, SchemaType>([
  ["pulumi.ID", "string"],
  ["pulumi.URN", "string"],
  ["pulumi.asset.Asset", "asset"],
  ["pulumi.asset.Archive", "archive"],
  ["pulumi.asset.AssetArchive", "archive"],
]);

function readReference(node: ts.TypeReferenceNode, scope: Scope): SchemaType {
  const name = node.typeName.getText(scope.file);
  const [first, second] = node.typeArguments ?? [];
  if (wrappers.has(name) && first) return readType(first, scope);
  if ((name === "Array" || name === "ReadonlyArray") && first) return [readType(first, scope)];
  if (name === "Record" && second) return { map: readType(second, scope) };
  return wellKnown.get(name) ?? readName(name, scope) ?? refuse(node, scope);
}

function readName(name: string, { folder, names }: Scope): SchemaType | undefined {
  const [root, ...rest] = name.split(".");
  if (root === "outputs") return "object";
  if (root === "inputs") return names.input(rest.join("/"));
  const enumName = root === "enums" ? rest.join("/") : [folder, name].filter(Boolean).join("/");
  const values = names.enumeration(enumName);
  if (values) return { enum: values };
  return names.resource(name.slice(name.lastIndexOf(".") + 1)) ? "resource" : undefined;
}

/** `string | Enum` takes any string: the enum is only a hint to the editor. */
function readUnion(node: ts.UnionTypeNode, scope: Scope): SchemaType {
  const members = node.types
    .filter((type) => !isNothing(type))
    .map((type) => readType(type, scope));
  const open = members.includes("string");
  const kept = members.filter((type) => !(open && isEnum(type)));
  const distinct = kept.filter((type, i) => kept.findIndex((other) => same(other, type)) === i);
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined ? only : { oneOf: distinct };
}

function isNothing(node: ts.TypeNode): boolean {
  const isNull = ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
  return isNull || node.kind === ts.SyntaxKind.UndefinedKeyword;
}

function isEnum(type: SchemaType): boolean {
  return typeof type === "object" && "enum" in type;
}

function same(a: SchemaType, b: SchemaType): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `{ [key: string]: T }` is a map; an object written out in place has no name to describe it under. */
function readLiteral(node: ts.TypeLiteralNode, scope: Scope): SchemaType {
  const [only] = node.members;
  const isMap = node.members.length === 1 && only && ts.isIndexSignatureDeclaration(only);
  return isMap ? { map: readType(only.type, scope) } : "object";
}

function readConstant(node: ts.LiteralTypeNode, scope: Scope): SchemaType {
  if (ts.isStringLiteral(node.literal)) return { enum: [node.literal.text] };
  if (ts.isNumericLiteral(node.literal)) return { enum: [Number(node.literal.text)] };
  const isBoolean = [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].includes(
    node.literal.kind,
  );
  return isBoolean ? "boolean" : refuse(node, scope);
}

function refuse(node: ts.TypeNode, { file }: Scope): never {
  throw new Error(`${shortName(file)}: cannot place the type ${node.getText(file)}`);
}

import { isPropertyMap, UNKNOWN, type PropertyMap, type Value } from "../../core/value";
import { objectOf } from "../contract/contract";
import { type ObjectSchema, type SchemaType } from "../contract/schema";
import { signatureKey, signatures } from "../../core/signatures";
import { describe, list, meant, pathText, type CheckFailure, type Path } from "./failure";

/** What the walk needs beside the value. */
export interface TypeScope {
  /** Package whose named types are meant. */
  package: string;
  report: (failure: CheckFailure) => void;
}

/** An object's properties, and what the provider computes (to tell a person who sets it). */
export interface Shape extends Omit<ObjectSchema, "inputs" | "required"> {
  inputs: Readonly<Record<string, SchemaType>>;
  required?: readonly string[];
  outputs?: readonly string[];
}

/** Reports properties that the object does not have, that are missing, and that are ill-typed, at any depth. */
export function checkObject(shape: Shape, value: PropertyMap, path: Path, scope: TypeScope): void {
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined || isEnginesOwn(name)) continue;
    const type = Object.hasOwn(shape.inputs, name) ? shape.inputs[name] : undefined;
    if (type === undefined) scope.report(unknownProperty(shape, name, path));
    else checkType(type, member, [...path, name], scope);
  }
  for (const name of shape.required ?? []) {
    if (isAbsent(value[name])) {
      scope.report({ property: pathText([...path, name]), reason: "required, and missing" });
    }
  }
}

/** The engine and the bridge keep notes among the inputs: `__defaults`. */
export function isEnginesOwn(name: string): boolean {
  return name.startsWith("__");
}

export function isAbsent(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}

function unknownProperty(shape: Shape, name: string, path: Path): CheckFailure {
  const property = pathText([...path, name]);
  if (shape.outputs?.includes(name)) {
    return { property, reason: "is computed by the provider and cannot be set" };
  }
  const known = Object.keys(shape.inputs);
  const guess = meant(name, known);
  const hint = guess ? `did you mean ${guess}?` : `known: ${list(known)}`;
  return { property, reason: `no such input; ${hint}` };
}

function checkType(type: SchemaType, value: Value, path: Path, scope: TypeScope): void {
  if (value === UNKNOWN || value === null) return;
  if (typeof type === "string") return checkSimple(type, value, path, scope);
  if (isArrayType(type)) return checkArray(type[0], value, path, scope);
  if ("map" in type) return checkMap(type.map, value, path, scope);
  if ("ref" in type) return checkReferenced(type.ref, value, path, scope);
  if ("enum" in type) return checkEnum(type.enum, value, path, scope);
  return checkOneOf(type.oneOf, value, path, scope);
}

function isArrayType(type: Exclude<SchemaType, string>): type is readonly [SchemaType] {
  return Array.isArray(type);
}

type Simple = Extract<SchemaType, string>;
const simple: Record<Simple, { wanted: string; fits: (value: Value) => boolean }> = {
  // A number or a boolean becomes a string on its way to the provider.
  string: { wanted: "a string", fits: (value) => isScalar(value) },
  number: { wanted: "a number", fits: (value) => typeof value === "number" },
  boolean: { wanted: "true or false", fits: (value) => typeof value === "boolean" },
  any: { wanted: "anything", fits: () => true },
  object: { wanted: "an object", fits: isPropertyMap },
  asset: { wanted: "an asset", fits: (value) => isSigned(value, signatures.asset) },
  archive: { wanted: "an archive", fits: (value) => isSigned(value, signatures.archive) },
  // A reference reaches a provider as the resource's id.
  resource: { wanted: "a resource", fits: (value) => typeof value === "string" },
};

function isScalar(value: Value): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

function isSigned(value: Value, signature: string): boolean {
  return isPropertyMap(value) && value[signatureKey] === signature;
}

function checkSimple(type: Simple, value: Value, path: Path, scope: TypeScope): void {
  if (!simple[type].fits(value)) reportType(simple[type].wanted, value, path, scope);
}

function checkArray(type: SchemaType, value: Value, path: Path, scope: TypeScope): void {
  if (!Array.isArray(value)) return reportType("an array", value, path, scope);
  value.forEach((item: Value, i) => checkType(type, item, [...path, i], scope));
}

function checkMap(type: SchemaType, value: Value, path: Path, scope: TypeScope): void {
  if (!isPlainMap(value)) return reportType("a map", value, path, scope);
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) checkType(type, item, [...path, key], scope);
  }
}

function checkReferenced(ref: string, value: Value, path: Path, scope: TypeScope): void {
  if (!isPlainMap(value)) return reportType("an object", value, path, scope);
  checkObject(objectOf(scope.package, ref), value, path, scope);
}

function isPlainMap(value: Value): value is PropertyMap {
  return isPropertyMap(value) && !(signatureKey in value);
}

function checkEnum(
  values: readonly (string | number)[],
  value: Value,
  path: Path,
  scope: TypeScope,
): void {
  if (values.some((allowed) => allowed === value)) return;
  const reason = `expected one of ${list(values)}; got ${describe(value)}`;
  scope.report({ property: pathText(path), reason });
}

/** Any branch that takes the value will do; when none does, the failures of the first that describes an object tell most. */
function checkOneOf(
  branches: readonly SchemaType[],
  value: Value,
  path: Path,
  scope: TypeScope,
): void {
  const tried = branches.map((branch) => {
    const failures: CheckFailure[] = [];
    checkType(branch, value, path, { ...scope, report: (failure) => failures.push(failure) });
    return failures;
  });
  if (tried.some((failures) => failures.length === 0)) return;
  const inside = tried.find((failures) =>
    failures.every(({ property }) => property !== pathText(path)),
  );
  if (inside) inside.forEach(scope.report);
  else reportType(branches.map(nameOf).join(" or "), value, path, scope);
}

function nameOf(type: SchemaType): string {
  if (typeof type === "string") return simple[type].wanted;
  if (isArrayType(type)) return "an array";
  return "enum" in type ? `one of ${list(type.enum)}` : "an object";
}

function reportType(wanted: string, value: Value, path: Path, { report }: TypeScope): void {
  report({ property: pathText(path), reason: `expected ${wanted}; got ${describe(value)}` });
}

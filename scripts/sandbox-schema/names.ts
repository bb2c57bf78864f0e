import ts from "typescript";
import type { ObjectSchema, SchemaType } from "../../sandbox/contract/schema";
import { readObject } from "./objects";
import type { Sdk } from "./sources";
import type { Names, Scope } from "./types";

/** Names of an SDK's types; remembers which were used, so that only those are described. */
export interface NameTable extends Names {
  /** Every object that was referred to, and those that they refer to. */
  describe(): Map<string, ObjectSchema>;
}

export function nameTable(sdk: Sdk, classes: ReadonlySet<string>): NameTable {
  const interfaces = sdk.inputTypes ? interfacesOf(sdk.inputTypes) : new Map<string, Described>();
  const enums = new Map([...sdk.enums].flatMap(([module, file]) => [...enumsOf(module, file)]));
  const used = new Set<string>();
  const names: Names = {
    input: (name) => inputType(name, interfaces, used),
    enumeration: (name) => enums.get(name),
    resource: (name) => classes.has(name),
  };
  return { ...names, describe: () => describe(used, interfaces, names) };
}

interface Described {
  node: ts.InterfaceDeclaration;
  folder: string;
  file: ts.SourceFile;
}

/** A policy document may be written in more ways than the SDK's own type says, so its inside is not judged. */
const openTypes = /(^|\/)PolicyDocument$/;

function inputType(
  name: string,
  interfaces: Map<string, Described>,
  used: Set<string>,
): SchemaType | undefined {
  if (openTypes.test(name)) return "any";
  if (!interfaces.has(name)) return undefined;
  used.add(name);
  return { ref: name };
}

/** Interfaces of `types/input`, at the top or in a namespace for each module: `s3/BucketRule`. */
function interfacesOf(file: ts.SourceFile): Map<string, Described> {
  const found = new Map<string, Described>();
  const add = (statements: ts.NodeArray<ts.Statement>, folder: string): void => {
    for (const node of statements) {
      if (ts.isInterfaceDeclaration(node)) {
        found.set([folder, node.name.text].filter(Boolean).join("/"), { node, folder, file });
      }
      if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) {
        add(node.body.statements, node.name.text);
      }
    }
  };
  add(file.statements, "");
  return found;
}

/** `export declare const CannedAcl: { readonly Private: "private"; … }` */
function* enumsOf(module: string, file: ts.SourceFile): Generator<[string, (string | number)[]]> {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type } of statement.declarationList.declarations) {
      if (!type || !ts.isTypeLiteralNode(type) || !ts.isIdentifier(name)) continue;
      yield [[module, name.text].filter(Boolean).join("/"), type.members.flatMap(valueOf).sort()];
    }
  }
}

function valueOf(member: ts.TypeElement): (string | number)[] {
  if (!ts.isPropertySignature(member) || !member.type) return [];
  if (!ts.isLiteralTypeNode(member.type)) return [];
  const { literal } = member.type;
  if (ts.isStringLiteral(literal)) return [literal.text];
  return ts.isNumericLiteral(literal) ? [Number(literal.text)] : [];
}

function describe(
  used: Set<string>,
  interfaces: Map<string, Described>,
  names: Names,
): Map<string, ObjectSchema> {
  const described = new Map<string, ObjectSchema>();
  // Reading a type may add to `used`; a Set's iteration goes on to what was added.
  for (const name of used) {
    const found = interfaces.get(name);
    if (!found) continue;
    const scope: Scope = { file: found.file, folder: found.folder, names };
    described.set(name, readObject(found.node.members, scope));
  }
  return described;
}

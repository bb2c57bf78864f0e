import ts from "typescript";
import type {
  FunctionSchema,
  ObjectSchema,
  PackageHead,
  PackageSchema,
  ResourceSchema,
} from "../../sandbox/contract/schema";
import { readCode, type CodeFacts } from "./code";
import { nameTable, type NameTable } from "./names";
import { prune, readObject, readOutputs } from "./objects";
import type { SdkPackage } from "./packages";
import { readSdk, type Sdk, type SdkModule } from "./sources";
import type { Scope } from "./types";

/** Reads the contract of one installed SDK. The same SDK gives the same schema, whatever the machine. */
export function packageSchema(projectDir: string, sdkPackage: SdkPackage): PackageSchema {
  const sdk = readSdk(projectDir, sdkPackage);
  const read = sdk.modules.map((module) => ({ module, code: readCode(module.code()) }));
  const names = nameTable(sdk, new Set(read.flatMap(({ code }) => [...code.types.keys()])));
  const declared = read.flatMap(({ module, code }) => readModule(module, code, names));
  return {
    ...head(sdkPackage, sdk, declared),
    resources: sortedEntries(declared.filter(isKind("resource"))),
    functions: sortedEntries(declared.filter(isKind("function"))),
    types: Object.fromEntries([...names.describe()].sort(byKey)),
  };
}

type Declared =
  | { kind: "resource"; token: string; schema: ResourceSchema }
  | { kind: "provider"; token: string; schema: ResourceSchema }
  | { kind: "function"; token: string; schema: FunctionSchema };

function readModule(module: SdkModule, code: CodeFacts, names: NameTable): Declared[] {
  if (code.types.size + code.invokes.length === 0) return [];
  const file = module.declarations();
  const scope: Scope = { file, folder: module.folder, names };
  const parts = declarationsOf(file);
  const resources = [...code.types].flatMap(([className, token]) => {
    const schema = resourceOf({ className, parts, scope, code });
    const kind = token.includes(":") ? ("resource" as const) : ("provider" as const);
    return schema ? [{ kind, token, schema }] : [];
  });
  const functions = [...new Set(code.invokes)].map((token) => ({
    kind: "function" as const,
    token,
    schema: functionOf(token, parts, scope),
  }));
  return [...resources, ...functions];
}

type Part = ts.InterfaceDeclaration | ts.ClassDeclaration;

function declarationsOf(file: ts.SourceFile): Map<string, Part> {
  const parts = file.statements.filter(
    (node): node is Part => ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node),
  );
  return new Map(parts.flatMap((node) => (node.name ? [[node.name.text, node] as const] : [])));
}

interface ResourceParts {
  className: string;
  parts: Map<string, Part>;
  scope: Scope;
  code: CodeFacts;
}

/** Nothing for a class that the module only mentions. */
function resourceOf({ className, parts, scope, code }: ResourceParts): ResourceSchema | undefined {
  const declaration = parts.get(className);
  if (!declaration) return undefined;
  const args = readObject(parts.get(`${className}Args`)?.members ?? [], scope);
  const fields = readOutputs(declaration.members, scope);
  const computed = Object.entries(fields).filter(([name]) => !(name in args.inputs));
  return prune({
    ...args,
    outputs: Object.fromEntries(computed),
    secretInputs: [...new Set(code.secretInputs)],
    secretOutputs: [...new Set(code.secretOutputs)],
  });
}

/** `aws:iam/getRole:getRole` has its inputs in `GetRoleArgs` and its outputs in `GetRoleResult`. */
function functionOf(token: string, parts: Map<string, Part>, scope: Scope): FunctionSchema {
  const name = token.slice(token.lastIndexOf(":") + 1);
  const base = name.charAt(0).toUpperCase() + name.slice(1);
  const args: ObjectSchema = readObject(parts.get(`${base}Args`)?.members ?? [], scope);
  return { ...args, outputs: readOutputs(parts.get(`${base}Result`)?.members ?? [], scope) };
}

function head({ name, npm }: SdkPackage, { packageJson }: Sdk, declared: Declared[]): PackageHead {
  const plugin = packageJson.pulumi as Manifest;
  const provider = declared.find(isKind("provider"));
  if (!provider) throw new Error(`${npm} has no provider`);
  return {
    package: name,
    // Some SDKs write their version as a tag: v3.4.0.
    version: plugin.parameterization?.version ?? String(packageJson.version).replace(/^v/, ""),
    npm,
    plugin: plugin.name ?? name,
    provider: provider.schema,
  };
}

/** The `pulumi` section of an SDK's package.json, as far as it is read. */
interface Manifest {
  /** Left out where the plugin is called as the package is. */
  name?: string;
  parameterization?: { version: string };
}

function isKind<K extends Declared["kind"]>(kind: K) {
  return (declared: Declared): declared is Extract<Declared, { kind: K }> => declared.kind === kind;
}

/** Two classes may carry one token only when they say the same: an alias kept for older programs. */
function sortedEntries<T extends ResourceSchema | FunctionSchema>(
  declared: { token: string; schema: T }[],
): Record<string, T> {
  const byToken = new Map<string, T>();
  for (const { token, schema } of declared) {
    const other = byToken.get(token);
    if (other && JSON.stringify(other) !== JSON.stringify(schema)) {
      throw new Error(`${token} is declared twice, and not alike`);
    }
    byToken.set(token, schema);
  }
  return Object.fromEntries([...byToken].sort(byKey));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

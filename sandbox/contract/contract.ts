import { packageOf } from "../../core/urn";
import { openRules, openSchema, type SchemaFile } from "./files";
import { type RuleFile, type TypeRules } from "./rules";
import {
  type FunctionSchema,
  type ObjectSchema,
  type PackageHead,
  type ResourceSchema,
  type SchemaType,
} from "./schema";

/** What the provider takes for one resource type, and what it gives back. */
export interface Contract {
  type: string;
  package: string;
  /** Types of the inputs, by name. */
  inputs: Readonly<Record<string, SchemaType>>;
  /** Inputs that must be given, sorted. */
  required: readonly string[];
  /** Names of what the provider computes, sorted, without `id` and `urn`. */
  outputs: readonly string[];
  /** Their types. */
  outputTypes: Readonly<Record<string, SchemaType>>;
  secretInputs: readonly string[];
  secretOutputs: readonly string[];
  /** False for a type of a module whose declarations the sandbox does not read: nothing of it is judged. */
  hasContract: boolean;
}

/** What a provider's function takes and gives. */
export interface FunctionContract {
  token: string;
  package: string;
  inputs: Readonly<Record<string, SchemaType>>;
  required: readonly string[];
  outputs: readonly string[];
  outputTypes: Readonly<Record<string, SchemaType>>;
}

/** Everything that is known of one package, read when it is first asked for. */
export interface PackageContract {
  head: PackageHead;
  schema: SchemaFile;
  rules: RuleFile;
}

const packages = new Map<string, PackageContract | undefined>();

/** Undefined for a package that the sandbox does not serve. */
export function packageContract(name: string): PackageContract | undefined {
  if (!packages.has(name)) {
    const schema = openSchema(name);
    const rules = openRules(name) ?? { source: [], types: {} };
    packages.set(name, schema && { head: schema.head, schema, rules });
  }
  return packages.get(name);
}

/**
 * The contract of a resource type, or of a provider's configuration (`pulumi:providers:vercel`). Undefined when its
 * package has no such type, or is none of ours.
 */
export function contractOf(type: string): Contract | undefined {
  const name = type.startsWith(providerPrefix)
    ? type.slice(providerPrefix.length)
    : packageOf(type);
  const known = packageContract(name);
  if (!known) return undefined;
  const schema = type.startsWith(providerPrefix)
    ? known.head.provider
    : known.schema.read("resources", type);
  if (schema) return { type, package: name, ...describe(schema), hasContract: true };
  return isOutside(type, known) ? { ...empty, type, package: name } : undefined;
}

const providerPrefix = "pulumi:providers:";

/** Undefined for a function that no package of ours has. */
export function functionContract(token: string): FunctionContract | undefined {
  const name = packageOf(token);
  const schema = packageContract(name)?.schema.read("functions", token);
  return schema && { token, package: name, ...describeFunction(schema) };
}

/** The value rules of a type; empty when there are none. */
export function rulesOf(type: string): TypeRules {
  return packageContract(packageOf(type))?.rules.types[type] ?? {};
}

/** A named object of a package: `s3/BucketLifecycleRule`. */
export function objectOf(packageName: string, ref: string): ObjectSchema {
  const schema = packageContract(packageName)?.schema.read("types", ref);
  if (!schema) throw new Error(`sandbox/schema/${packageName}.json describes no ${ref}`);
  return schema;
}

/** True when no type of the token's module was read: of a large SDK only some modules are. */
function isOutside(type: string, { schema }: PackageContract): boolean {
  const module = type.slice(0, type.indexOf("/") + 1);
  return module !== "" && !schema.names("resources").some((name) => name.startsWith(module));
}

function describe(schema: ResourceSchema) {
  return {
    ...describeFunction(schema),
    secretInputs: schema.secretInputs ?? [],
    secretOutputs: schema.secretOutputs ?? [],
  };
}

function describeFunction(schema: FunctionSchema | ResourceSchema) {
  return {
    inputs: schema.inputs,
    required: schema.required ?? [],
    outputs: Object.keys(schema.outputs),
    outputTypes: schema.outputs,
  };
}

const empty = {
  inputs: {},
  required: [],
  outputs: [],
  outputTypes: {},
  secretInputs: [],
  secretOutputs: [],
  hasContract: false,
};

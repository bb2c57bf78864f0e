/**
 * The shape of one property, as the provider's own SDK declares it.
 *
 * `[T]` is an array of T; `{ map: T }` a map from any key to T; `{ ref }` an object described under `types`; `object` an
 * object that nobody describes; `resource` a reference to a resource, wherever the SDK takes one in place of its id.
 */
export type SchemaType =
  | "string"
  | "number"
  | "boolean"
  | "any"
  | "object"
  | "asset"
  | "archive"
  | "resource"
  | readonly [SchemaType]
  | { readonly map: SchemaType }
  | { readonly ref: string }
  | { readonly oneOf: readonly SchemaType[] }
  | { readonly enum: readonly (string | number)[] };

/** The properties of an object, by name, sorted. */
export interface ObjectSchema {
  inputs: Record<string, SchemaType>;
  /** Names that must be given, sorted. */
  required?: readonly string[];
  /** Names that the SDK's own comments call deprecated. */
  deprecated?: readonly string[];
  /** Names of which the SDK's own comments say that a change makes a new resource. */
  replaces?: readonly string[];
}

export interface ResourceSchema extends ObjectSchema {
  /** What the provider computes and nobody can give, by name, without `id` and `urn`. */
  outputs: Record<string, SchemaType>;
  /** Inputs that the SDK wraps as secrets before they leave the program. */
  secretInputs?: readonly string[];
  /** Inputs and outputs that the SDK tells the engine to keep secret. */
  secretOutputs?: readonly string[];
}

export interface FunctionSchema extends ObjectSchema {
  outputs: Record<string, SchemaType>;
}

/** What stands in `sandbox/schema/<package>.json` beside the lists. */
export interface PackageHead {
  package: string;
  /** Version of the installed SDK that the file was read from. */
  version: string;
  npm: string;
  /** Name of the plugin that serves it: the package's own, or the one that it is a parameterized form of. */
  plugin: string;
  /** Configuration of the provider itself (`pulumi:providers:<package>`). */
  provider: ResourceSchema;
}

/** Lists of a schema file, in the order in which they stand there. */
export const sections = ["resources", "types", "functions"] as const;
export type Section = (typeof sections)[number];

export interface PackageSchema extends PackageHead {
  /** By type token: `vercel:index/project:Project`. */
  resources: Record<string, ResourceSchema>;
  /** Named objects that properties refer to, by the SDK's name: `s3/BucketLifecycleRule`. */
  types: Record<string, ObjectSchema>;
  /** By token: `aws:index/getRegion:getRegion`. */
  functions: Record<string, FunctionSchema>;
}

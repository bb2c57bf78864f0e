import * as pulumi from "@pulumi/pulumi";
import * as runtime from "@pulumi/pulumi/runtime";

interface PackageManifest {
  version: string;
  pulumi: {
    name: string;
    version: string;
    parameterization: { name: string; version: string; value: string };
  };
}

function manifest(): PackageManifest {
  return require("./package.json") as PackageManifest;
}

export function getEnv(...names: string[]): string | undefined {
  return names.map((name) => process.env[name]).find(Boolean);
}

export function getEnvBoolean(...names: string[]): boolean | undefined {
  const text = getEnv(...names)?.toLowerCase();
  if (text === undefined) return undefined;
  if (["1", "t", "true"].includes(text)) return true;
  return ["0", "f", "false"].includes(text) ? false : undefined;
}

export function getEnvNumber(...names: string[]): number | undefined {
  const text = getEnv(...names);
  const value = text === undefined ? NaN : parseFloat(text);
  return Number.isNaN(value) ? undefined : value;
}

export function getVersion(): string {
  const { version } = manifest();
  return version.startsWith("v") ? version.slice(1) : version;
}

/** @internal */
export function resourceOptsDefaults(): { version: string } {
  return { version: getVersion() };
}

/**
 * Loads the module behind each name when the name is first read: a program pays for what it uses.
 *
 * @internal
 */
export function lazyLoad(exports: object, names: string[], load: () => unknown): void {
  for (const name of names) {
    Object.defineProperty(exports, name, {
      enumerable: true,
      get: () => (load() as Record<string, unknown>)[name],
    });
  }
}

/**
 * Names the package to the engine: the Supabase provider is the parameterized form of `terraform-provider`,
 * and without this reference the engine would look for a plugin called `pulumi-resource-supabase`.
 */
export async function getPackage(): Promise<string | undefined> {
  const { name, version, parameterization } = manifest().pulumi;
  return runtime.registerPackage({
    baseProviderName: name,
    baseProviderVersion: version,
    baseProviderDownloadUrl: "",
    packageName: parameterization.name,
    packageVersion: parameterization.version,
    base64Parameter: parameterization.value,
  });
}

type Properties = Record<string, unknown>;

/**
 * The parts in which one resource class differs from the next.
 *
 * @internal
 */
export interface ResourceShape {
  token: string;
  /** Input properties; true where the class insists on one. */
  inputs: Record<string, boolean>;
  /** Properties that only the provider fills in. */
  outputs?: string[];
  /** Inputs that are encrypted whether or not the caller says so. */
  secretInputs?: string[];
  secretOutputs?: string[];
}

/**
 * What every resource class of this package does when it is made or, with `opts.id`, looked up.
 *
 * @internal
 */
export abstract class SupabaseResource extends pulumi.CustomResource {
  protected constructor(
    shape: ResourceShape,
    name: string,
    argsOrState: object | undefined,
    opts: pulumi.CustomResourceOptions = {},
  ) {
    const given = (argsOrState ?? {}) as Properties;
    const properties = opts.id
      ? stateProperties(shape, given)
      : inputProperties(shape, given, opts);
    super(shape.token, name, properties, resourceOptions(shape, opts), false, getPackage());
  }
}

function stateProperties(shape: ResourceShape, state: Properties): Properties {
  const names = [...Object.keys(shape.inputs), ...(shape.outputs ?? [])];
  return Object.fromEntries(names.map((name) => [name, state[name]]));
}

function inputProperties(
  shape: ResourceShape,
  args: Properties,
  opts: pulumi.CustomResourceOptions,
): Properties {
  const properties: Properties = {};
  for (const [name, required] of Object.entries(shape.inputs)) {
    if (required && args[name] === undefined && !opts.urn) {
      throw new Error(`Missing required property '${name}'`);
    }
    const secret = shape.secretInputs?.includes(name) && args[name];
    properties[name] = secret ? pulumi.secret(args[name]) : args[name];
  }
  for (const name of shape.outputs ?? []) properties[name] = undefined;
  return properties;
}

function resourceOptions(
  shape: ResourceShape,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResourceOptions {
  const merged = pulumi.mergeOptions(resourceOptsDefaults(), opts);
  if (!shape.secretOutputs) return merged;
  return pulumi.mergeOptions(merged, { additionalSecretOutputs: shape.secretOutputs });
}

/** @internal */
export function isResource(obj: unknown, type: string): boolean {
  return (obj as { __pulumiType?: unknown } | null | undefined)?.__pulumiType === type;
}

/** @internal */
export function invoke<T>(token: string, args: object, opts?: pulumi.InvokeOptions): Promise<T> {
  const merged = pulumi.mergeOptions(resourceOptsDefaults(), opts ?? {});
  return pulumi.runtime.invoke(token, args as pulumi.Inputs, merged, getPackage());
}

/** @internal */
export function invokeOutput<T>(
  token: string,
  args: object,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<T> {
  const merged = pulumi.mergeOptions(resourceOptsDefaults(), opts ?? {});
  return pulumi.runtime.invokeOutput<T>(token, args as pulumi.Inputs, merged, getPackage());
}

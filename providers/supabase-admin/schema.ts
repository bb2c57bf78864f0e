import { type AdminResource, type Properties, type Property } from "./model/resource";
import { configNames } from "./settings";

const configDescriptions: Readonly<Record<(typeof configNames)[number], string>> = {
  accessToken: "Personal access token; else `SUPABASE_ACCESS_TOKEN`.",
  endpoint: "Base URL of the Management API. Default: https://api.supabase.com",
  storageEndpoint: "Base URL of a project's Storage API, with `{ref}` for the project.",
  timeoutSeconds: "How long one call may take, 1 to 600. Default: 30",
};

/** The package schema as Pulumi reads it. */
export function packageSchema(
  { name, version }: { name: string; version: string },
  resources: readonly AdminResource[],
): object {
  const config = Object.fromEntries(configNames.map((it) => [it, configSpec(it)]));
  return {
    name,
    version,
    description: "What Supabase's Terraform provider cannot manage",
    license: "Apache-2.0",
    meta: { moduleFormat: "(.*)(?:/[^/]*)" },
    config: { variables: config },
    provider: { inputProperties: config },
    types: { [policyType]: policySpec },
    resources: Object.fromEntries(resources.map((it) => [it.type, resourceSpec(it)])),
  };
}

const policyType = "supabase-admin:index/policy:Policy";

const policySpec = {
  type: "object",
  description: "One row policy.",
  properties: {
    name: { type: "string", description: "As Postgres has it." },
    create: { type: "string", description: "The statement that makes it." },
    drop: { type: "string", description: "The statement that removes it if it is there." },
  },
  required: ["name", "create", "drop"],
};

function configSpec(name: (typeof configNames)[number]) {
  const secret = name === "accessToken" ? { secret: true } : {};
  const type = name === "timeoutSeconds" ? "integer" : "string";
  return { type, description: configDescriptions[name], ...secret };
}

function resourceSpec({ description, inputs, outputs }: AdminResource) {
  return {
    description,
    inputProperties: specs(inputs),
    requiredInputs: requiredIn(inputs),
    properties: specs({ ...inputs, ...outputs }),
    required: requiredIn(inputs),
  };
}

const requiredIn = (properties: Properties) =>
  Object.entries(properties).flatMap(([name, { required }]) => (required ? [name] : []));

const specs = (properties: Properties) =>
  Object.fromEntries(Object.entries(properties).map(([name, it]) => [name, spec(it)]));

const shapes: Readonly<Record<Property["type"], object>> = {
  string: { type: "string" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
  strings: { type: "array", items: { type: "string" } },
  object: { type: "object", additionalProperties: { type: "string" } },
  policies: { type: "array", items: { type: "object", $ref: `#/types/${policyType}` } },
};

function spec({ type, description, replaces, default: value }: Property) {
  return {
    ...shapes[type],
    description,
    ...(replaces && { willReplaceOnChanges: true }),
    ...(value !== undefined && { default: value }),
  };
}

import * as pulumi from "@pulumi/pulumi";
import * as supabase from "@pulumi/supabase";
import { child, type Component, type Transform } from "../component";
import type { DatabaseSpec } from "./spec";

/** The last word on each kind of child at Supabase. */
export interface SupabaseTransforms {
  /** The Supabase project. */
  project?: Transform<supabase.ProjectArgs> | undefined;
  /** The project's settings. */
  settings?: Transform<supabase.SettingsArgs> | undefined;
  /** Called for each edge function. */
  function?: Transform<supabase.EdgeFunctionArgs> | undefined;
  /** The secrets of all edge functions. */
  functionSecrets?: Transform<supabase.EdgeFunctionSecretsArgs> | undefined;
  /** Called for each API key. */
  apiKey?: Transform<supabase.ApikeyArgs> | undefined;
}

interface OnSupabase {
  projectRef: pulumi.Output<string>;
  /** After it, the project is up and has its settings. */
  settings: pulumi.Resource;
  /** What each edge function was deployed from, by slug. */
  functions: Record<string, supabase.EdgeFunction>;
  /** Secret, by name. */
  apiKeys: Record<string, pulumi.Output<string>>;
}

/** Where a child belongs, and what all children share. */
interface Place {
  parent: Component;
  spec: DatabaseSpec;
  projectRef: pulumi.Output<string>;
  transforms: SupabaseTransforms;
}

/** Declares the project and everything in it. Requirement: DB-01, DB-14 */
export function declareOnSupabase(
  parent: Component,
  spec: DatabaseSpec,
  databasePassword: pulumi.Output<string>,
  transforms: SupabaseTransforms,
): OnSupabase {
  const { protect, timeouts } = spec;
  const projectArgs: supabase.ProjectArgs = {
    ...spec.project,
    databasePassword,
    timeouts: { ...timeouts },
  };
  const project = new supabase.Project(
    ...child(parent, "", projectArgs, {
      transform: transforms.project,
      ...retained(spec),
      ...(protect !== undefined && { protect }),
    }),
  );
  const place = { parent, spec, projectRef: project.id, transforms };
  const settings = declareSettings(place);
  const functions = declareFunctions(place);
  declareFunctionSecrets(place);
  return { projectRef: project.id, settings, functions, apiKeys: declareApiKeys(place) };
}

/**
 * The provider neither replaces settings when they move to another project nor knows that auth settings hold secrets:
 * both are said here.
 */
function declareSettings({ parent, spec, projectRef, transforms }: Place): supabase.Settings {
  const { settings, timeouts } = spec;
  const args: supabase.SettingsArgs = { projectRef, ...settings, timeouts: { ...timeouts } };
  return new supabase.Settings(
    ...child(parent, "settings", args, {
      transform: transforms.settings,
      ...retained(spec),
      replaceOnChanges: ["projectRef"],
      additionalSecretOutputs: ["auth"],
    }),
  );
}

function declareFunctions({
  parent,
  spec,
  projectRef,
  transforms,
}: Place): OnSupabase["functions"] {
  const deployed = spec.functions.map(({ slug, ...files }) => {
    const args: supabase.EdgeFunctionArgs = { projectRef, slug, name: slug, ...files };
    const opts = { transform: transforms.function, ...retained(spec) };
    const it = new supabase.EdgeFunction(...child(parent, `function-${slug}`, args, opts));
    return [slug, it] as const;
  });
  return Object.fromEntries(deployed);
}

/** One resource for all of them; the provider does not know that the values are secrets. */
function declareFunctionSecrets({ parent, spec, projectRef, transforms }: Place): void {
  if (spec.functionSecrets.length === 0) return;
  const secrets = spec.functionSecrets.map(({ name, value }) => ({
    name,
    value: pulumi.secret(value),
  }));
  const args: supabase.EdgeFunctionSecretsArgs = { projectRef, secrets };
  new supabase.EdgeFunctionSecrets(
    ...child(parent, "secrets", args, {
      transform: transforms.functionSecrets,
      ...retained(spec),
      additionalSecretOutputs: ["secrets"],
    }),
  );
}

/** The name is always given: the one that would be made up holds a hyphen, which the provider refuses. */
function declareApiKeys({ parent, spec, projectRef, transforms }: Place): OnSupabase["apiKeys"] {
  const keys = spec.apiKeys.map(({ name, description }) => {
    const args: supabase.ApikeyArgs = { projectRef, name, ...(description && { description }) };
    const opts = {
      transform: transforms.apiKey,
      ...retained(spec),
      replaceOnChanges: ["projectRef"],
    };
    const key = new supabase.Apikey(...child(parent, `key-${name}`, args, opts));
    return [name, pulumi.secret(key.apiKey)] as const;
  });
  return Object.fromEntries(keys);
}

/** Only where asked for: left out, the component's own option holds. */
function retained({ retainOnDelete }: DatabaseSpec): { retainOnDelete?: true } {
  return retainOnDelete ? { retainOnDelete } : {};
}

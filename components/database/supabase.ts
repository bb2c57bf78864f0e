import type * as pulumi from "@pulumi/pulumi";
import * as supabase from "@pulumi/supabase";
import { child, type Component, type Transform } from "../component";
import type { DatabaseSpec } from "./spec";

export type ProjectTransform = Transform<supabase.ProjectArgs>;
export type SettingsTransform = Transform<supabase.SettingsArgs>;

/** Declares the project and its settings. */
export function declareOnSupabase(
  parent: Component,
  spec: DatabaseSpec,
  databasePassword: pulumi.Output<string>,
  transforms: { project?: ProjectTransform | undefined; settings?: SettingsTransform | undefined },
): { projectRef: pulumi.Output<string> } {
  const { protect, timeouts } = spec;
  const projectArgs: supabase.ProjectArgs = {
    ...spec.project,
    databasePassword,
    timeouts: { ...timeouts },
  };
  const project = new supabase.Project(
    ...child(parent, "", projectArgs, {
      transform: transforms.project,
      ...(protect !== undefined && { protect }),
    }),
  );
  declareSettings(parent, spec, project.id, transforms.settings);
  return { projectRef: project.id };
}

/**
 * The provider neither replaces settings when they move to another project nor knows that auth settings hold secrets:
 * both are said here.
 */
function declareSettings(
  parent: Component,
  { settings, timeouts }: DatabaseSpec,
  projectRef: pulumi.Output<string>,
  transform: SettingsTransform | undefined,
): void {
  const args: supabase.SettingsArgs = { projectRef, ...settings, timeouts: { ...timeouts } };
  new supabase.Settings(
    ...child(parent, "settings", args, {
      transform,
      replaceOnChanges: ["projectRef"],
      additionalSecretOutputs: ["auth"],
    }),
  );
}

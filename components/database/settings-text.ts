import * as pulumi from "@pulumi/pulumi";
import { secretOf } from "./problems";

/**
 * A block of settings as the JSON text that Supabase's provider takes, sorted at every depth, so that another order in
 * the stack file is no change. Absent where nothing is said.
 */
export function settingsText(settings: object | undefined): string | undefined {
  const text = settings && JSON.stringify(sorted(settings));
  return text === "{}" ? undefined : text;
}

/** The same, with the value of each secret in the place of `{ secret: NAME }`. The text is then a secret as a whole. */
export function secretSettingsText(
  settings: object | undefined,
  secrets: Record<string, pulumi.Input<string>>,
): pulumi.Input<string> | undefined {
  const references = Object.entries(settings ?? {}).flatMap(([key, value]) => {
    const name = secretOf(value);
    return name === undefined ? [] : [[key, name] as const];
  });
  if (references.length === 0) return settingsText(settings);
  const values = references.map(([key, name]) => [key, secrets[name]] as const);
  return pulumi.secret(
    pulumi
      .output(Object.fromEntries(values))
      .apply((known) => JSON.stringify(sorted({ ...settings, ...known }))),
  );
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const said = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const inOrder = said.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder.map(([key, inner]) => [key, sorted(inner)]));
}

import { parseJson } from "../../../core/json";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, type Value, readProperty } from "../../../core/value";
import { type Answer, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";

/** Blocks of a project's settings that are JSON text. */
export type SettingsBlock = "auth" | "api" | "database" | "network";

/** What one key of a block is to hold. */
export interface SettingDemand {
  key: string;
  /** In words: `12 or more`. */
  wanted: string;
  holds: (value: Value) => boolean;
}

/** A switch that is to be on, or off. */
export const exactly = (key: string, wanted: boolean): SettingDemand => ({
  key,
  wanted: String(wanted),
  holds: (value) => value === wanted,
});

/** One answer for each project, settings of it and demand. Projects whose settings say nothing fail. */
export function judgeSettings(
  stack: StackView,
  block: SettingsBlock,
  demands: readonly SettingDemand[],
): Answer[] {
  return stack.ofType(providerTypes.supabaseProject).flatMap((project) => {
    const settings = settingsOfProject(stack, project);
    if (settings.length === 0) return [withoutSettings(project, block, demands)];
    return settings.flatMap((one) => demands.map((demand) => judgeSetting(one, block, demand)));
  });
}

export function settingsOfProject(
  stack: StackView,
  project: DeclaredResource,
): readonly DeclaredResource[] {
  return stack.dependents(project, providerTypes.supabaseSettings, "projectRef");
}

/** A key of a block. Text that is no JSON reads as absent: the provider refuses it. */
export function readSetting(
  { inputs }: DeclaredResource,
  block: SettingsBlock,
  key: string,
): Reading {
  const text = readProperty(inputs, [block]);
  if (text.state !== "known") return text;
  return readProperty(parseJson(textOf(text) ?? "") ?? null, [key]);
}

function judgeSetting(
  settings: DeclaredResource,
  block: SettingsBlock,
  { key, wanted, holds }: SettingDemand,
): Answer {
  const property = `${block}.${key}`;
  const evidence = { urn: settings.urn, property, input: property, wanted };
  const reading = readSetting(settings, block, key);
  if (reading.state === "unknown") return unknown(evidence);
  const found = reading.state === "known" ? reading.value : null;
  return holds(found) ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function withoutSettings(
  { urn }: DeclaredResource,
  block: SettingsBlock,
  demands: readonly SettingDemand[],
): Answer {
  const wanted = demands.map((demand) => `${block}.${demand.key} ${demand.wanted}`).join(", ");
  const message = `found no Settings of this project, wanted one with ${wanted}`;
  return fail({ urn, input: block, found: null, wanted, message });
}

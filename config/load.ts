import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { formatProblem, type Problem } from "../core/errors";
import type * as documentModule from "./document";
import { type ParsedSettings, parseSettings } from "./parse";
import { parsePath } from "./path";
import { filePath, type SettingsProblem } from "./problems";
import { referencedSecrets, type SecretUsers, setSecretCommand } from "./secrets";
import type { StackSettings } from "./settings";

const namespace = "groundwork";
const secretsSection = "secrets";

/** Names the user's own file when the engine runs on a copy of it. */
const stackFileVariable = "GROUNDWORK_STACK_FILE";

export interface LoadedSettings extends StackSettings {
  /** Values that settings refer to with `{ secret: NAME }`, still sealed. */
  secrets: Record<string, pulumi.Output<string>>;
}

/** Everything wrong with a stack's settings. The engine prints its message alone, without a stack trace. */
class SettingsError extends pulumi.RunError {
  override readonly name = "SettingsError";

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

// Requirement: SECR-09
/**
 * Reads the stack's settings from the engine's configuration; the only place that does. Throws one SettingsError
 * that lists everything wrong, with file and line where the stack file can be read.
 */
export function loadSettings(): LoadedSettings {
  const sections = readSections();
  const names = Object.keys(asRecord(sections[secretsSection]));
  const sealed = Object.keys(sections).filter((name) => isSealed(name));
  const around = { stack: pulumi.getStack(), awsRegion: pulumi.runtime.allConfig()["aws:region"] };
  const parsed = parseSettings({ ...sections, ...withoutValues(sections) }, around);
  const problems = [
    ...sealed.map(sealedProblem),
    ...problemsOf(parsed).filter(({ path }) => !sealed.some((name) => isBelow(name, path))),
    ...unsetProblems(sections, names),
  ];
  if (problems.length > 0 || !("settings" in parsed)) throw new SettingsError(placed(problems));
  return { ...parsed.settings, secrets: readSecrets(names) };
}

/** Sections by name, as the engine hands them over. A key with nothing after it is a section that is not there. */
function readSections(): Record<string, unknown> {
  const prefix = `${namespace}:`;
  const own = Object.entries(pulumi.runtime.allConfig()).filter(
    ([key, text]) => key.startsWith(prefix) && text !== "",
  );
  return Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), fromJson(text)]));
}

/** Objects come as JSON, everything else as it was written. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The names of secrets alone: no value goes on from here. */
function withoutValues(sections: Record<string, unknown>): Record<string, unknown> {
  const secrets = sections[secretsSection];
  if (typeof secrets !== "object" || secrets === null) return {};
  return {
    [secretsSection]: Object.fromEntries(Object.keys(secrets).map((name) => [name, true])),
  };
}

function readSecrets(names: readonly string[]): Record<string, pulumi.Output<string>> {
  if (names.length === 0) return {};
  const config = new pulumi.Config(namespace);
  const values = config.requireSecretObject<Record<string, string>>(secretsSection);
  return Object.fromEntries(names.map((name) => [name, values.apply((all) => all[name] ?? "")]));
}

/** True for a section that holds something encrypted: the engine then seals all of it. */
function isSealed(section: string): boolean {
  // Exported by the SDK but left out of its type declarations.
  const { isConfigSecret } = pulumi.runtime as { isConfigSecret?: (key: string) => boolean };
  return section !== secretsSection && (isConfigSecret?.(`${namespace}:${section}`) ?? false);
}

function sealedProblem(section: string): SettingsProblem {
  return {
    path: filePath([section]),
    found: "an encrypted value inside",
    allowed: "plain settings, because policies judge them and reports show them",
    fix: "give a variable { secret: NAME } and set the value in groundwork:secrets",
  };
}

/** What is wrong inside a sealed section is not told: it would show decrypted values. */
function isBelow(section: string, path: string): boolean {
  return parsePath(path)[0] === filePath([section]);
}

function problemsOf(parsed: ParsedSettings): SettingsProblem[] {
  return "problems" in parsed ? parsed.problems : [];
}

function unsetProblems(sections: SecretUsers, set: readonly string[]): SettingsProblem[] {
  return referencedSecrets(sections)
    .filter((name) => !set.includes(name))
    .map((name) => ({
      path: filePath([secretsSection, name]),
      found: "a setting refers to this secret, and it is not set",
      fix: `run ${setSecretCommand(name, pulumi.getStack())}`,
    }));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Adds file and line. Without a readable stack file the paths must do. */
function placed(problems: readonly SettingsProblem[]): Problem[] {
  const placeOf = placeFinder();
  return problems.map(({ path: where, ...rest }) => ({ where: placeOf(where), ...rest }));
}

function placeFinder(): (path: string) => Problem["where"] {
  const file = process.env[stackFileVariable] ?? path.resolve(`Pulumi.${pulumi.getStack()}.yaml`);
  if (!existsSync(file)) return (where) => ({ path: where });
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only a run that fails pays for a YAML parser
    const { readDocument } = require("./document") as typeof documentModule;
    const { placeOf } = readDocument(readFileSync(file, "utf8"), path.basename(file), namespace);
    return placeOf;
  } catch {
    return (where) => ({ file: path.basename(file), path: where });
  }
}

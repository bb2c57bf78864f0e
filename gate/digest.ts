import { createHash } from "node:crypto";

/** Everything that decides what an update does, each part small enough to be named when it changes. */
export interface GateInputs {
  /** SHA-256 by path, relative to the project: program, plugins, SDKs, lock file, and the stack's own file. */
  files: Readonly<Record<string, string>>;
  /** SHA-256 by path, relative to where Groundwork is installed: the policy pack. */
  pack: Readonly<Record<string, string>>;
  /** Versions of the engine, of Groundwork, of the packs as the engine reported them. */
  versions: Readonly<Record<string, string>>;
  /** SHA-256 of the settings given to the pack. */
  settings: string;
  /** Where state is kept, without credentials. */
  target: string;
  /** SHA-256 of the deployed state. */
  state: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** One digest over a JSON value, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return sha256(canonical(value));
}

/** As people read and compare it. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 12);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    const isRecord = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    if (!isRecord) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What differs between two inputs of the gate, in words that name it; empty when nothing does. */
export function differences(before: GateInputs, after: GateInputs): string[] {
  return [
    ...recordChanges(before.files, after.files, (name) => name),
    ...recordChanges(before.pack, after.pack, (name) => `${name} of the policy pack`),
    ...versionChanges(before.versions, after.versions),
    before.settings !== after.settings && "the settings given to the policy pack changed",
    before.target !== after.target && `the state is at ${after.target}, not at ${before.target}`,
    before.state !== after.state && "the deployed state changed",
  ].filter((line) => line !== false);
}

function recordChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  call: (name: string) => string,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    if (before[name] === after[name]) return [];
    if (before[name] === undefined) return [`${call(name)} is new`];
    return [`${call(name)} ${after[name] === undefined ? "is gone" : "changed"}`];
  });
}

function versionChanges(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [was = "none", is = "none"] = [before[name], after[name]];
    return was === is ? [] : [`${name} ${was} → ${is}`];
  });
}

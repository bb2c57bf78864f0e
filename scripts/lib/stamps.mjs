import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf, readIfThere, sha256, statIfThere, writeAtomically } from "./files.mjs";

/** Raise it when the way of building changes, so that everything is built anew. */
const RECIPE = 1;

/**
 * Whether an entry's outputs were built from what its inputs hold now. Sizes and times are compared first, contents
 * only where those differ.
 */
export function isFresh(projectDir, entry) {
  const stamp = readStamp(projectDir, entry);
  if (!stamp || stamp.key !== keyOf(projectDir, entry)) return false;
  if (!stamp.outputs.every((file) => existsSync(join(projectDir, file)))) return false;
  const seen = stamp.inputs.map((input) => look(projectDir, input));
  if (seen.includes(undefined)) return false;
  const touched = seen.some((input, at) => input !== stamp.inputs[at]);
  if (touched) writeStamp(projectDir, entry, { ...stamp, inputs: seen });
  return true;
}

/** Remembers what an entry was built from. */
export function stampEntry(projectDir, entry, { inputs, outputs }) {
  writeStamp(projectDir, entry, {
    key: keyOf(projectDir, entry),
    inputs: inputs.map((path) => describe(projectDir, path)),
    outputs,
  });
}

/** The input as it is now; the same object when nothing moved, undefined when its content is another. */
function look(projectDir, input) {
  const stat = statIfThere(join(projectDir, input.path));
  if (!stat) return undefined;
  if (stat.size === input.size && stat.mtimeMs === input.mtimeMs) return input;
  const now = describe(projectDir, input.path);
  return now.sha256 === input.sha256 ? now : undefined;
}

function describe(projectDir, path) {
  const file = join(projectDir, path);
  const { size, mtimeMs } = statIfThere(file);
  return { path, size, mtimeMs, sha256: hashOf(file) };
}

/** What matters beside the inputs: the recipe, the compiler's settings, and for bundled packages the lock file. */
function keyOf(projectDir, entry) {
  const files = ["tsconfig.json", ...(entry.selfContained ? ["package-lock.json"] : [])];
  const hashes = files.map((file) => hashOf(join(projectDir, file)));
  return sha256(JSON.stringify([RECIPE, entry, hashes]));
}

function stampFile(projectDir, { name }) {
  return join(projectDir, "dist/.stamps", `${name.replaceAll("/", "_")}.json`);
}

function readStamp(projectDir, entry) {
  const text = readIfThere(stampFile(projectDir, entry));
  try {
    return text && JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeStamp(projectDir, entry, stamp) {
  writeAtomically(stampFile(projectDir, entry), JSON.stringify(stamp));
}

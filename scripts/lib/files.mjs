import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Hex SHA-256 of a text or bytes. */
export function sha256(content) {
  return createHash("sha256").update(content).digest("hex");
}

/** Hash of a file's content; undefined when there is no such file. */
export function hashOf(file) {
  const content = readIfThere(file);
  return content === undefined ? undefined : sha256(content);
}

/** Bytes of a file; undefined when there is no such file. */
export function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Size and time of a file, for a cheap first look; undefined when there is no such file. */
export function statIfThere(file) {
  return statSync(file, { throwIfNoEntry: false });
}

/** Readers see the old file or the new one, never half of it, also when two write at once. */
export function writeAtomically(file, content, mode = 0o644) {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

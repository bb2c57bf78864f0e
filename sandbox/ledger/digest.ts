import { createHmac, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isPropertyMap, type Value } from "../../core/value";

const form = /^digest:[0-9a-f]{32}$/;

/**
 * Stands for a secret in the ledger: the same value gives the same digest, so that a change shows, and without the key
 * nobody can try passwords against it.
 */
export class Digester {
  constructor(private readonly key: Buffer) {}

  digest(value: Value): string {
    const keyed = createHmac("sha256", this.key).update(canonical(value)).digest("hex");
    return `digest:${keyed.slice(0, 32)}`;
  }
}

export function isDigest(value: unknown): value is string {
  return typeof value === "string" && form.test(value);
}

/** Reads the key of a cloud, or makes one on first use: 32 random bytes in hex, readable by its owner only. */
export function readKey(file: string): Buffer {
  const key = readKeyFile(file) ?? makeKey(file);
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes`);
  return key;
}

function readKeyFile(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and linked into place: whoever reads the file sees a whole key, and the first writer wins. */
function makeKey(file: string): Buffer {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
}

/** JSON with the names of each map in order: two maps that hold the same are the same. */
function canonical(value: Value): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    isPropertyMap(part as Value) ? Object.fromEntries(Object.entries(part as object).sort()) : part,
  );
}

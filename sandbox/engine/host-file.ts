import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isExecutable } from "./executables";
import { HOST_FILES } from "./places";

export type HostOrigin = "official" | "groundwork";

/** First bytes of our host, written by the build; the official one is a native program. */
const MARK = "// Groundwork's language host";

/** Who made the host in a folder; undefined when there is none that can be run. */
export function hostIn(folder: string): HostOrigin | undefined {
  const file = HOST_FILES.map((name) => join(folder, name)).find(isExecutable);
  return file === undefined ? undefined : hostOrigin(file);
}

export function hostOrigin(file: string): HostOrigin {
  const head = Buffer.alloc(256);
  const handle = openSync(file, "r");
  try {
    readSync(handle, head, 0, head.length, 0);
  } finally {
    closeSync(handle);
  }
  return head.includes(MARK) ? "groundwork" : "official";
}

/** Whether the host in a folder is byte for byte the one that was compiled. */
export function isCurrentHost(folder: string, compiled: string): boolean {
  return hashOf(scriptIn(folder)) === hashOf(compiled);
}

/** Puts our compiled host into a folder, whole or not at all. Never replaces an official one. */
export function installHost(folder: string, compiled: string): void {
  if (hostIn(folder) === "official") return;
  const script = scriptIn(folder);
  replace(script, readFileSync(compiled));
  if (process.platform === "win32") {
    replace(join(folder, "pulumi-language-nodejs.cmd"), Buffer.from(LAUNCHER));
  }
}

/** Windows starts no script by its first line; the remark tells `hostOrigin` whose it is. */
const LAUNCHER = `@rem ${MARK}\r\n@node "%~dp0pulumi-language-nodejs.cjs" %*\r\n`;

function scriptIn(folder: string): string {
  const name =
    process.platform === "win32" ? "pulumi-language-nodejs.cjs" : "pulumi-language-nodejs";
  return join(folder, name);
}

function replace(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { mode: 0o755 });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function hashOf(file: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    return undefined;
  }
}

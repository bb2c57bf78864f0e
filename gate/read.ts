import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { Approval } from "./approval";
import { digestOf, sha256 } from "./digest";
import { type ApprovalFiles, approvalFiles } from "./files";

/** Folders that hold nothing a program of the project decides by: packages are held by the lock file. */
const skipped = new Set(["node_modules", ".git", ".groundwork"]);

const stackFile = /^Pulumi\.(.+)\.ya?ml$/;

export interface ProjectFiles {
  root: string;
  /** The one stack whose file counts. */
  stack: string;
  /** Folders that do not count, by real path. */
  leaveOut?: readonly string[];
}

/** SHA-256 of every file that the program could read, by path from the root, links followed. */
export function readProject({ root, stack, leaveOut }: ProjectFiles): Record<string, string> {
  const files = readTree(root, leaveOut);
  const own = ([name]: [string, string]) => (stackFile.exec(name)?.[1] ?? stack) === stack;
  return Object.fromEntries(Object.entries(files).filter(own));
}

/** SHA-256 of every file below a folder, by path from it. */
export function readTree(root: string, leaveOut: readonly string[] = []): Record<string, string> {
  const files: Record<string, string> = {};
  walk(root, "", { files, seen: new Set(leaveOut) });
  return files;
}

interface Walk {
  files: Record<string, string>;
  /** Real paths of what does not count, and of what lies above: a link upwards would never end. */
  seen: ReadonlySet<string>;
}

function walk(folder: string, prefix: string, { files, seen }: Walk) {
  const real = realpathSync(folder);
  if (seen.has(real)) return;
  const deeper = new Set(seen).add(real);
  for (const name of readdirSync(folder).sort()) {
    if (skipped.has(name)) continue;
    const file = path.join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isDirectory()) walk(file, `${prefix}${name}/`, { files, seen: deeper });
    else if (stats?.isFile()) files[`${prefix}${name}`] = sha256(readFileSync(file));
  }
}

export interface StoredApproval {
  approval: Approval | "unreadable";
  /** Digest of the plan and of the config beside it, as they lie there; absent when the plan is gone. */
  plan?: string;
  files: ApprovalFiles;
}

/** What was approved for a stack, and the digest of its plan as it lies there; undefined when nothing was. */
export function readApproval(root: string, stack: string): StoredApproval | undefined {
  const files = approvalFiles(root, stack);
  const text = read(files.approval);
  if (text === undefined) return undefined;
  const plan = planDigest(files);
  return { approval: parse(text), files, ...(plan !== undefined && { plan }) };
}

/** One digest over what is handed to the engine beside the program: its plan, and the config that opens it. */
export function planDigest(files: Pick<ApprovalFiles, "plan" | "config">): string | undefined {
  const plan = read(files.plan);
  return plan === undefined ? undefined : digestOf({ plan, config: read(files.config) ?? null });
}

function parse(text: string): Approval | "unreadable" {
  try {
    const approval = JSON.parse(text) as Partial<Approval>;
    const readable = approval.format === 1 && approval.inputs && Array.isArray(approval.waivers);
    return readable ? (approval as Approval) : "unreadable";
  } catch {
    return "unreadable";
  }
}

function read(file: string): string | undefined {
  return statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, "utf8") : undefined;
}

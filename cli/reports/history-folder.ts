import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { refusedFile } from "../refused-files";
import type { HistoryStore, StoredFile } from "./history-place";

/** A history in a folder of this machine: a folder for each stack, a file for each run. */
export function folderStore(folder: string): HistoryStore {
  return {
    place: folder,
    read: (stack) => Promise.resolve(filesIn(path.join(folder, stack))),
    write: (stack, file) => Promise.resolve(writeWhole(path.join(folder, stack), file)),
  };
}

/** What lies in a folder, but for what somebody is writing at this moment; nothing where there is none. */
export function filesIn(folder: string): StoredFile[] {
  const names = namesIn(folder).filter((name) => !name.startsWith("."));
  return names.sort().map((name) => ({ name, text: textOf(path.join(folder, name)) }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw refusedFile(error) ?? error;
  }
}

/** What cannot be read as a file is none of ours, and is told as such. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** Beside its place first: whoever reads meanwhile, and whoever kills us, finds all of it or nothing. */
function writeWhole(folder: string, { name, text }: StoredFile): void {
  mkdirSync(folder, { recursive: true });
  const beside = path.join(folder, `.${name}.${process.pid}`);
  try {
    writeFileSync(beside, text);
    const handle = openSync(beside, "r");
    fsyncSync(handle);
    closeSync(handle);
    renameSync(beside, path.join(folder, name));
  } finally {
    rmSync(beside, { force: true });
  }
}

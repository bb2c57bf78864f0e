import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../../core/errors";
import { manifestName } from "../../report/manifest";

export interface ReportFile {
  name: string;
  content: string;
}

/**
 * Puts a report's files into a folder, complete or not at all: they are written beside it and take its place in one
 * step. A folder that holds anything but an earlier report is refused.
 */
export function writeFolder(folder: string, files: readonly ReportFile[]) {
  refuseForeign(folder);
  mkdirSync(path.dirname(folder), { recursive: true });
  const beside = `${folder}.writing-${process.pid}`;
  mkdirSync(beside);
  try {
    for (const { name, content } of files) writeFileSync(path.join(beside, name), content);
    takePlace(beside, folder);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function takePlace(made: string, folder: string) {
  const earlier = `${made}.earlier`;
  const replaces = existsSync(folder);
  if (replaces) renameSync(folder, earlier);
  renameSync(made, folder);
  if (replaces) rmSync(earlier, { recursive: true });
}

function refuseForeign(folder: string) {
  if (!existsSync(folder)) return;
  const there = readdirSync(folder);
  if (there.length === 0 || there.includes(manifestName)) return;
  throw new UserError(
    [
      {
        where: { file: folder },
        found: `a folder with files that are no report: ${there.slice(0, 3).join(", ")}`,
        allowed: "a folder that is not there, is empty or holds an earlier report",
        fix: "name another folder with --out",
      },
    ],
    2,
  );
}

import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Where Debian, Ubuntu and Fedora put it, and Google's own packages. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's Chromium, by `CHROMIUM_PATH` or by name; undefined where there is none. */
export function findChromium(env = process.env): string | undefined {
  const named = env["CHROMIUM_PATH"];
  if (named) return named;
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => isExecutable(file));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

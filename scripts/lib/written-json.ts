import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes a JSON file, or with --check says that it does not match what it is made from (exit code 1). */
export function writtenJson(file: string, content: object, from: string): void {
  const wanted = `${JSON.stringify(content, undefined, 2)}\n`;
  const place = path.resolve(file);
  const now = existsSync(place) ? readFileSync(place, "utf8") : undefined;
  if (now === wanted) return;
  if (process.argv.includes("--check")) {
    process.stderr.write(`${file} does not match ${from}\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(place, wanted);
  }
}

/** Writes docs/systems.md from docs/systems.json; with --check says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { systemsPage } from "./system-docs/page";
import { readSystems } from "./system-docs/systems";

const file = "docs/systems.md";

async function main(check: boolean): Promise<void> {
  const format = { ...(await prettier.resolveConfig(file)), filepath: path.resolve(file) };
  const wanted = await prettier.format(systemsPage(readSystems(process.cwd())), format);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  if (check) {
    process.stderr.write(`${file} does not match docs/systems.json; run npm run generate\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
  }
}

void main(process.argv.includes("--check"));

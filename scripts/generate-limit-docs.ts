/** Writes docs/limits.md from the catalogue of limits; with --check says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { limitsPage } from "./limit-docs/page";

const file = "docs/limits.md";

async function main(check: boolean): Promise<void> {
  const format = { ...(await prettier.resolveConfig(file)), filepath: path.resolve(file) };
  const wanted = await prettier.format(`${limitsPage()}\n`, format);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  if (check) {
    process.stderr.write(`${file} does not match catalogue/limits; run npm run generate\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
  }
}

void main(process.argv.includes("--check"));

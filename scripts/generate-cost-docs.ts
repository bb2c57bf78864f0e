/** Writes docs/costs.md below its guide: types, accounts, meters and prices; with --check says whether it is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { generatedPart, start } from "./cost-docs/page";
import { costedStacks } from "./cost-docs/stacks";

const file = "docs/costs.md";

async function main(check: boolean): Promise<void> {
  const now = readFileSync(file, "utf8");
  const [guide = ""] = now.split(start);
  const text = `${guide.trim()}\n\n${start}\n\n${generatedPart(await costedStacks(process.cwd()))}\n`;
  const format = { ...(await prettier.resolveConfig(file)), filepath: path.resolve(file) };
  const wanted = await prettier.format(text, format);
  if (wanted === now) return;
  if (check) {
    process.stderr.write(
      `${file} does not match pricers, meters and prices; run npm run generate\n`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
  }
}

void main(process.argv.includes("--check"));

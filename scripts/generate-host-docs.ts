/** Writes what the example product costs into the pages of docs/guides/hosts; with --check says whether they are up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { hostVendors } from "../hosts";
import { serviceVendors } from "../hosts/services";
import { choiceOf } from "../cli/costs/compare/axes";
import { comparisons } from "../cli/costs/compare/compared";
import { withProgram } from "./cost-docs/stacks";
import { withPart } from "./host-docs/marked";
import { indexPart, vendorPart } from "./host-docs/parts";

const folder = "docs/guides/hosts";
/** Its stack whose sums stand in the pages. */
const stack = "prod";

async function main(check: boolean): Promise<void> {
  const choices = [choiceOf("hosting"), choiceOf("services")];
  const all = await withProgram(process.cwd(), (compiled) =>
    comparisons(compiled, stack, { choices, set: [] }),
  );
  await write("README", indexPart(all), check);
  for (const vendor of new Set<string>([...hostVendors, ...serviceVendors])) {
    await write(vendor, vendorPart(vendor, all), check);
  }
}

async function write(page: string, part: string, check: boolean): Promise<void> {
  const file = path.join(folder, `${page}.md`);
  if (!existsSync(file)) {
    process.stderr.write(`${file} is missing: write what the vendor covers and what it cannot\n`);
    process.exitCode = 1;
    return;
  }
  const now = readFileSync(file, "utf8");
  const format = { ...(await prettier.resolveConfig(file)), filepath: path.resolve(file) };
  const wanted = await prettier.format(withPart(now, part), format);
  if (wanted === now) return;
  if (check) {
    process.stderr.write(`${file} does not match the estimate; run npm run generate\n`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
  }
}

void main(process.argv.includes("--check"));

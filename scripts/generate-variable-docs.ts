/** Writes docs/variables.md from the stack files and workflows; with --check says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { declareStack } from "../cli/declare";
import { withProgram } from "./cost-docs/stacks";
import { collect, type Collected } from "./variable-docs/collect";
import { jobRows } from "./variable-docs/jobs";
import { variablesPage } from "./variable-docs/page";

const file = "docs/variables.md";

async function main(check: boolean): Promise<void> {
  const root = process.cwd();
  const stacks = await withProgram(root, async (compiled) => {
    const all: [string, Collected][] = [];
    for (const stack of compiled.project.stacks) {
      all.push([stack, collect((await declareStack(compiled, stack)).resources)]);
    }
    return all;
  });
  const page = variablesPage(stacks, jobRows(path.join(root, ".github/workflows")));
  const format = { ...(await prettier.resolveConfig(file)), filepath: path.resolve(file) };
  const wanted = await prettier.format(`${page}\n`, format);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  if (check) {
    process.stderr.write(
      `${file} does not match the stack files and workflows; run npm run generate\n`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
  }
}

void main(process.argv.includes("--check"));

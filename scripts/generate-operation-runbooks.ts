/** Writes docs/runbooks/operations, a page for each operation; with --check says whether they are up to date. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { describedOperations } from "./operation-runbooks/all";
import { indexPage, nameOf, operationPage } from "./operation-runbooks/page";

const folder = path.resolve("docs/runbooks/operations");

async function main(check: boolean): Promise<void> {
  const all = describedOperations();
  const pages = new Map([["README.md", indexPage(all)]]);
  for (const one of all) pages.set(`${nameOf(one)}.md`, operationPage(one));
  const stale: string[] = [];
  for (const [name, text] of pages) {
    const file = path.join(folder, name);
    const format = { ...(await prettier.resolveConfig(file)), filepath: file };
    const wanted = await prettier.format(text, format);
    if (existsSync(file) && readFileSync(file, "utf8") === wanted) continue;
    stale.push(name);
    if (!check) writeFileSync(file, wanted);
  }
  const gone = readdirSync(folder).filter((name) => !pages.has(name));
  if (!check) for (const name of gone) rmSync(path.join(folder, name));
  if (!check || stale.length + gone.length === 0) return;
  process.stderr.write(
    `docs/runbooks/operations does not match the operations: ${[...stale, ...gone].join(", ")}; run npm run generate\n`,
  );
  process.exitCode = 1;
}

mkdirSync(folder, { recursive: true });
void main(process.argv.includes("--check"));

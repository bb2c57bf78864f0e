import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { allFamilies } from "../gate/families";
import { rulePage, rulesIndex } from "./rule-docs/pages";

const folder = "docs/rules";

interface Page {
  file: string;
  content: string;
}

/** Every page of docs/rules as it should be: the generated part from the rules, the rest as it stands. */
function pages(): Page[] {
  const ofRules = Object.entries(allFamilies).flatMap(([family, rules]) =>
    rules.map((rule) => {
      const file = path.join(folder, family, `${rule.id}.md`);
      return { file, content: rulePage(rule, read(file)) };
    }),
  );
  return [{ file: path.join(folder, "README.md"), content: rulesIndex(allFamilies) }, ...ofRules];
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function main(args: readonly string[]): number {
  const stale = pages().filter(({ file, content }) => read(file) !== content);
  if (!args.includes("--check")) {
    for (const { file, content } of stale) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return 0;
  }
  for (const { file } of stale) process.stderr.write(`${file} does not match its rule\n`);
  return stale.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));

/**
 * Changes rules in every small way there is, and tells which changes their tests do not notice:
 * `npm run mutation [-- <family> | <family>/<rule> …]`. Exit 1 when they notice less than they are to.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { options } from "./mutation/options.mjs";
import { scoresOf, table, wanted } from "./mutation/score.mjs";

const rules = "policies/rules";

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
process.exitCode = await main(process.argv.slice(2));

async function main(names) {
  const unknown = names.filter((name) => patternOf(name) === undefined);
  if (unknown.length > 0) {
    console.error(`mutation: ${unknown.join(", ")}: neither a folder nor a rule in ${rules}`);
    return 2;
  }
  const mutate = names.length === 0 ? [`${rules}/**/*.ts`] : names.map(patternOf);
  try {
    return report(await new Stryker({ ...options, mutate }).runMutationTest());
  } catch {
    // Stryker has said what it was: most often a test that fails without any mutant.
    return 2;
  }
}

function patternOf(name) {
  if (existsSync(path.join(rules, `${name}.ts`))) return `${rules}/${name}.ts`;
  return existsSync(path.join(rules, name)) ? `${rules}/${name}/*.ts` : undefined;
}

function report(results) {
  const rows = scoresOf(results);
  for (const line of table(rows)) console.log(line);
  const { score } = rows.at(-1);
  const holds = score < wanted ? "less than" : "at least";
  console.log(
    `${holds} the ${wanted} % that are wanted; details: ${options.htmlReporter.fileName}`,
  );
  return score < wanted ? 1 : 0;
}

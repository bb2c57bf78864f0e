/** Writes docs/requirements.md from the list of rows and the markers in code and tests; with --check says what is wrong. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { type MarkedFile, rowsMarkedIn } from "./requirements/markers";
import { requirementsPage } from "./requirements/page";
import { type Section, traceProblems } from "./requirements/rows";

const list = "docs/requirements.json";
const page = "docs/requirements.md";

/** Whose markers count. */
const places = [
  "index.ts",
  "core",
  "catalogue",
  "config",
  "components",
  "providers",
  "render",
  "policies",
  "sandbox",
  "operations",
  "cli",
  ".github/workflows",
  "scripts/ci",
  "scripts/pipeline",
  "test",
];

async function main(check: boolean): Promise<void> {
  const sections = JSON.parse(readFileSync(list, "utf8")) as Section[];
  const files = places.flatMap(sourcesIn).flatMap(marked);
  const format = { ...(await prettier.resolveConfig(page)), filepath: path.resolve(page) };
  const wanted = await prettier.format(requirementsPage(sections, files), format);
  const isStale = !existsSync(page) || readFileSync(page, "utf8") !== wanted;
  if (isStale && !check) writeFileSync(page, wanted);
  const problems = [
    ...traceProblems(sections, files),
    ...(isStale && check ? [`${page} does not match the markers; run npm run generate`] : []),
  ];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

function sourcesIn(place: string): string[] {
  if (place.endsWith(".ts")) return [place];
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|yml)$/.test(file) && !file.includes("node_modules"))
    .map((file) => `${place}/${file.split(path.sep).join("/")}`)
    .sort();
}

function marked(file: string): MarkedFile[] {
  const rows = rowsMarkedIn(readFileSync(file, "utf8"));
  return rows.length > 0 ? [{ file, rows }] : [];
}

void main(process.argv.includes("--check"));

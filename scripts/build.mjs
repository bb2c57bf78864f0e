/**
 * Compiles what runs: `node scripts/build.mjs [name…]`, names as in scripts/lib/entries.mjs (`dist/program.cjs`),
 * none for all. Entries whose inputs did not change are skipped without loading the compiler. Safe to run twice at once.
 */
import { pathToFileURL } from "node:url";
import { entryPoints } from "./lib/entries.mjs";
import { projectDir as thisProject } from "./lib/project.mjs";
import { isFresh } from "./lib/stamps.mjs";

/**
 * Builds what is stale. Answers `{ built, failed }`: names that were built, and for each that could not be, its
 * errors as `file:line:column: text`. One broken source does not keep the others from being built.
 */
export async function build({ projectDir = thisProject, names = [] } = {}) {
  const wanted = entryPoints(projectDir).filter(
    ({ name }) => !names.length || names.includes(name),
  );
  const stale = wanted.filter((entry) => !isFresh(projectDir, entry));
  if (stale.length === 0) return { built: [], failed: [] };
  const [esbuild, { compile }] = await Promise.all([
    import("esbuild"),
    import("./lib/compile.mjs"),
  ]);
  const results = await Promise.all(
    stale.map((entry) => attempt(esbuild, compile, projectDir, entry)),
  );
  return {
    built: results.filter(({ errors }) => !errors).map(({ name }) => name),
    failed: results.filter(({ errors }) => errors),
  };
}

/** Lines for people about failed entries; empty when all went well. */
export function buildFailures(failed) {
  return failed.flatMap(({ name, errors }) => [
    `${name} was not built:`,
    ...errors.map((it) => `  ${it}`),
  ]);
}

async function attempt(esbuild, compile, projectDir, entry) {
  try {
    await compile(esbuild, projectDir, entry);
    return { name: entry.name };
  } catch (error) {
    if (!error.errors) throw error;
    return { name: entry.name, errors: error.errors.map(placed) };
  }
}

function placed({ text, location }) {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { failed } = await build({ names: process.argv.slice(2) });
  for (const line of buildFailures(failed)) console.error(line);
  process.exitCode = failed.length ? 1 : 0;
}

/**
 * Writes every generated file, or with --check says which do not match their generator (exit 1).
 * `node scripts/generate.mjs [--check]`
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

const scripts = path.dirname(fileURLToPath(import.meta.url));
// Other generators read the program, which these tables are part of.
const first = "generate-host-tables.ts";
const others = readdirSync(scripts).filter((it) => /^generate-.+\.ts$/.test(it) && it !== first);
const generators = [first, ...others];
const failed = generators.filter((file) => {
  const args = [
    path.join(scripts, "run-ts.mjs"),
    path.join(scripts, file),
    ...process.argv.slice(2),
  ];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(
    `out of date or broken: ${failed.join(", ")}. Run npm run generate, then look at the diff.`,
  );
  process.exitCode = 1;
}

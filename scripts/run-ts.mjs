/**
 * Runs a TypeScript file of this repository: `node scripts/run-ts.mjs FILE [argument…]`. It is bundled to CommonJS
 * first, packages left out, because Node 20 reads no TypeScript.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const projectDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);

if (!file) {
  console.error("usage: node scripts/run-ts.mjs FILE [argument…]");
  process.exitCode = 2;
} else {
  process.exitCode = await run(path.resolve(file), args);
}

async function run(source, args) {
  const dist = path.join(projectDir, "dist");
  mkdirSync(dist, { recursive: true });
  // Inside the project, so that the bundle finds node_modules; in a folder of its own, so that two runs do not meet.
  const folder = mkdtempSync(path.join(dist, "run-"));
  try {
    const outfile = path.join(folder, `${path.basename(source, ".ts")}.cjs`);
    await build({
      entryPoints: [source],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      packages: "external",
      sourcemap: "inline",
      logLevel: "error",
    });
    const options = { stdio: "inherit", cwd: projectDir };
    const { status } = spawnSync(
      process.execPath,
      ["--enable-source-maps", outfile, ...args],
      options,
    );
    return status ?? 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

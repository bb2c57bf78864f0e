/** Writes this repository's own form of releases, which is the one that products get; --check compares (exit code 1). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as prettier from "prettier";
import { releaseForm, releaseFormFile } from "../render/release-form";

async function main(check: boolean): Promise<void> {
  const options = await prettier.resolveConfig(releaseFormFile);
  const filepath = path.resolve(releaseFormFile);
  const wanted = await prettier.format(releaseForm(), { ...options, filepath });
  if (existsSync(releaseFormFile) && readFileSync(releaseFormFile, "utf8") === wanted) return;
  if (check) {
    process.stderr.write(`${releaseFormFile} does not match render/release-form.ts\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(releaseFormFile), { recursive: true });
    writeFileSync(releaseFormFile, wanted);
  }
}

void main(process.argv.includes("--check"));

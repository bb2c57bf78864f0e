import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageSchema } from "./package-schema";
import { sdkPackages } from "./packages";
import { schemaText } from "./text";

/** Texts of `sandbox/schema/<package>.json` as the installed SDKs have it, by file name. */
export function sandboxSchemas(projectDir: string): Map<string, string> {
  return new Map(
    sdkPackages.map((sdk) => [`${sdk.name}.json`, schemaText(packageSchema(projectDir, sdk))]),
  );
}

/** Writes the files, or with `--check` only tells which are out of date. Exit code 1 when one is. */
export function main(args: readonly string[], projectDir: string): number {
  const dir = join(projectDir, "sandbox/schema");
  const stale = [...sandboxSchemas(projectDir)].filter(([name, text]) => {
    const file = join(dir, name);
    return !existsSync(file) || readFileSync(file, "utf8") !== text;
  });
  if (args.includes("--check")) return report(stale.map(([name]) => name));
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(dir, name), text);
  return 0;
}

function report(stale: readonly string[]): number {
  for (const name of stale) {
    process.stderr.write(
      `sandbox/schema/${name} does not match the installed SDK; run npm run generate\n`,
    );
  }
  return stale.length === 0 ? 0 : 1;
}

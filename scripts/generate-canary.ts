/** Writes the canaries' script as CloudWatch Synthetics runs it: components/uptime/canary compiled into one text. */
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { buildSync } from "esbuild";
import * as prettier from "prettier";

const file = path.resolve("components/uptime/canary/script.ts");

async function main(check: boolean): Promise<void> {
  const { outputFiles } = buildSync({
    entryPoints: [path.resolve("components/uptime/canary/handler.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    minifyWhitespace: true,
    legalComments: "none",
    write: false,
  });
  const wanted = await formatted(outputFiles[0]?.text.trim() ?? "");
  if (wanted === readFileSync(file, "utf8")) return;
  if (!check) return writeFileSync(file, wanted);
  process.stderr.write(`${path.relative(".", file)} is out of date; run npm run generate\n`);
  process.exitCode = 1;
}

async function formatted(script: string): Promise<string> {
  const source = [
    "/** Written by scripts/generate-canary.ts from handler.ts beside it. */",
    `export const canaryScript = ${JSON.stringify(script)};`,
  ];
  const format = { ...(await prettier.resolveConfig(file)), filepath: file };
  return prettier.format(source.join("\n"), format);
}

void main(process.argv.includes("--check"));

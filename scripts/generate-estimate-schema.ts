/** Writes schema/estimate.schema.json from the zod schema of the report; with --check says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { estimateJsonSchema } from "../cli/costs/schema";

const file = path.resolve("schema/estimate.schema.json");
const wanted = `${JSON.stringify(estimateJsonSchema(), undefined, 2)}\n`;
const now = existsSync(file) ? readFileSync(file, "utf8") : undefined;

if (now !== wanted && process.argv.includes("--check")) {
  process.stderr.write("schema/estimate.schema.json does not match cli/costs/schema.ts\n");
  process.exitCode = 1;
} else if (now !== wanted) {
  writeFileSync(file, wanted);
}

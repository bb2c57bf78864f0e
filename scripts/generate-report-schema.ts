/** Writes schema/report.schema.json from the zod schema of the report; with --check says whether it is up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reportJsonSchema } from "../report/schema";

const file = path.resolve("schema/report.schema.json");
const wanted = `${JSON.stringify(reportJsonSchema(), undefined, 2)}\n`;
const now = existsSync(file) ? readFileSync(file, "utf8") : undefined;

if (now !== wanted && process.argv.includes("--check")) {
  process.stderr.write("schema/report.schema.json does not match report/schema.ts\n");
  process.exitCode = 1;
} else if (now !== wanted) {
  writeFileSync(file, wanted);
}

/** Writes schema/stack.schema.json from the settings' zod sections; with --check says whether it is up to date. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { stackSchema } from "../config/json-schema";

const file = path.resolve("schema/stack.schema.json");
const wanted = `${JSON.stringify(stackSchema(), undefined, 2)}\n`;

if (process.argv.includes("--check")) {
  if (readIfThere() !== wanted) {
    process.stderr.write("schema/stack.schema.json does not match config/; run npm run generate\n");
    process.exitCode = 1;
  }
} else {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

function readIfThere(): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

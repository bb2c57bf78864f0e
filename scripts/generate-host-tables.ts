/** Writes hosts/tables from hosts/vendors.ts and the files that vendors have; with --check says whether they are up to date. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { vendors } from "../hosts/vendors";
import { tableFile, tables, tableText } from "./host-tables/text";

function main(check: boolean): void {
  for (const table of tables) {
    const file = tableFile(table);
    const wanted = tableText(table, vendors, existsSync);
    if (existsSync(file) && readFileSync(file, "utf8") === wanted) continue;
    if (check) {
      process.stderr.write(`${file} does not match hosts/vendors.ts; run npm run generate\n`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, wanted);
    }
  }
}

main(process.argv.includes("--check"));

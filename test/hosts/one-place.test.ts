import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { defaultHost } from "../../hosts";
import { defaultServiceVendor } from "../../hosts/services";
import { tableFile, tables } from "../../scripts/host-tables/text";
import { vendors } from "../../hosts/vendors";

/* Whoever names a vendor would have to name the next one too: only its folder and the one table may. */

/** Those in whose words the stack file speaks are named where those words are. */
const others = vendors.filter((it) => it !== defaultHost && it !== defaultServiceVendor);

/** Words that mean nothing but the vendor, wherever they stand in a text. */
const unmistakable = new RegExp(others.filter((it) => it !== "render").join("|"), "i");

/** Why a file outside may name one. */
const mayName: readonly (readonly [where: RegExp, why: string])[] = [
  [/^hosts\/vendors\.ts$/, "the one table"],
  [
    /^catalogue\/(prices|limits)\//,
    "prices and limits are compared with their sources all at once",
  ],
  [/^sandbox\/|^scripts\/sandbox-schema\//, "a provider's package is imitated type by type"],
  [/^catalogue\/(drift|stateful)\.ts$/, "facts about a provider's types"],
  [/^catalogue\/secret-names\.ts$/, "the token of a provider"],
  [/^policies\//, "rules about a provider's types"],
  [/^cli\/cost-commands\.ts$/, "an example in the help"],
  [/^(catalogue\/usage|config\/sections)\/services\.ts$/, "a word that differs at one vendor"],
  [
    /^scripts\/generate-requirements\.ts$|^vitest\.config\.mts$|^\.dependency-cruiser\.mjs$/,
    "the room render, not the vendor",
  ],
];

function sources(): string[] {
  const listed = execFileSync("git", ["ls-files", "*.ts", "*.mts", "*.mjs", "*.cjs"], {
    encoding: "utf8",
  });
  const written = new Set(tables.map(tableFile));
  return listed
    .split("\n")
    .filter((file) => existsSync(file) && !/^(test|sdks|bench|smoke)\//.test(file))
    .filter((file) => !written.has(file))
    .filter((file) => !vendors.some((vendor) => file.startsWith(`hosts/${vendor}/`)));
}

/** Its code, without comments. */
function codeOf(file: string): string {
  const loader = /\.m?ts$/.test(file) ? "ts" : "js";
  return transformSync(readFileSync(file, "utf8"), { loader, minifyWhitespace: true }).code;
}

function namedIn(code: string): boolean {
  return unmistakable.test(code) || others.some((it) => code.includes(`"${it}"`));
}

// Requirement: CONF-02
describe("the vendors of hosts", () => {
  const naming = sources().filter(
    (file) => namedIn(readFileSync(file, "utf8")) && namedIn(codeOf(file)),
  );

  it("are named in their own folder and in one table, and elsewhere with a reason", () => {
    expect(naming.filter((file) => !mayName.some(([where]) => where.test(file)))).toEqual([]);
  });

  it.each(mayName)("are named in %s: %s", (where) => {
    expect(naming.filter((file) => where.test(file))).not.toEqual([]);
  });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = path.resolve(__dirname, "../..");
const runner = path.join(repository, "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js");
const typescript = path.join(repository, "node_modules/typescript");

let pack: string;
beforeAll(() => (pack = mkdtempSync(path.join(tmpdir(), "compiled-"))));
afterAll(() => rmSync(pack, { recursive: true }));

/** Runs a pack's main file as the engine does, and answers what it prints. */
function printed(main: string, preloads: readonly string[]): unknown {
  writeFileSync(path.join(pack, "index.js"), `${main}\nprocess.exit(0);\n`);
  const required = preloads.flatMap((file) => ["--require", path.join(repository, file)]);
  const args = [...required, runner, "127.0.0.1:1", pack];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: pack, encoding: "utf8" }));
}

const compilers = `
const loaded = Object.keys(require.cache).filter((file) => /(typescript|ts-node).*\\.js$/.test(file));
console.log(JSON.stringify(loaded.map((file) => file.split(/[\\\\/]/).at(-1))));`;

describe("the runner of a compiled pack", () => {
  it("loads no compiler", () => {
    expect(printed(compilers, ["runtime/compiled.cjs"])).toEqual([]);
  });

  it("loads one as it is shipped", () => {
    expect(printed(compilers, [])).toContain("typescript.js");
  });

  it("leaves the compiler to a pack that asks for it", () => {
    const main = `
const ts = require(${JSON.stringify(typescript)});
console.log(JSON.stringify(ts.transpileModule("const a: number = 1", {}).outputText.trim()));`;
    expect(printed(main, ["runtime/compiled.cjs"])).toContain("const a = 1;");
  });
});

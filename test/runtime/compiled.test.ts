import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = path.resolve(__dirname, "../..");
const shipped = path.join(repository, "node_modules/@pulumi/pulumi/cmd/run-policy-pack/index.js");

let pack: string;
/** The SDK's own runner, and what the build puts before it into a pack. */
let ours: string;
beforeAll(() => {
  const packs = mkdtempSync(path.join(tmpdir(), "compiled-"));
  symlinkSync(path.join(repository, "node_modules"), path.join(packs, "node_modules"));
  pack = path.join(packs, "web");
  const before = path.join(pack, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
  mkdirSync(before, { recursive: true });
  ours = path.join(before, "index.js");
  cpSync(path.join(repository, "runtime/pack-runner.cjs"), ours);
  for (const file of ["compiled.cjs", "preload.cjs"])
    cpSync(path.join(repository, "runtime", file), path.join(before, file));
});
afterAll(() => rmSync(path.dirname(pack), { recursive: true }));

/** Runs a pack's main file as the engine does, and answers what it prints. */
function printed(main: string, runner: string): unknown {
  writeFileSync(path.join(pack, "index.js"), `${main}\nprocess.exit(0);\n`);
  const env = { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "true" };
  const args = [runner, "127.0.0.1:1", pack];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: pack, env, encoding: "utf8" }));
}

const compilers = `
const loaded = Object.keys(require.cache).filter((file) => /(typescript|ts-node).*\\.js$/.test(file));
console.log(JSON.stringify(loaded.map((file) => file.split(/[\\\\/]/).at(-1))));`;

describe("the runner of a compiled pack", () => {
  it("is what a language host finds first", () => {
    const found = createRequire(path.join(pack, "any.js")).resolve(
      "@pulumi/pulumi/cmd/run-policy-pack",
    );
    expect(found).toBe(ours);
  });

  it("loads no compiler", () => {
    expect(printed(compilers, ours)).toEqual([]);
  });

  it("loads one as it is shipped", () => {
    expect(printed(compilers, shipped)).toContain("typescript.js");
  });

  it("leaves the SDK and the compiler to a pack that asks for them", () => {
    const main = `
const { Output } = require("@pulumi/pulumi");
const ts = require("typescript");
const text = ts.transpileModule("const a: number = 1", {}).outputText.trim().split("\\n").at(-1);
console.log(JSON.stringify([typeof Output, text]));`;
    expect(printed(main, ours)).toEqual(["function", "const a = 1;"]);
  });
});

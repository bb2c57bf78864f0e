import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { dependencies } from "../../package.json";
import { catalogue, families } from "../../policies/catalogue";
import { packFamilies, rulesOf } from "../../policies/pack";

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "policies/packs");
const packs = Object.keys(packFamilies) as (keyof typeof packFamilies)[];

interface Manifest {
  name: string;
  version: string;
  main: string;
  dependencies: Record<string, string>;
}

const manifestOf = (pack: string) =>
  JSON.parse(readFileSync(path.join(folder, pack, "package.json"), "utf8")) as Manifest;

describe("the packs", () => {
  it("are the folders, each with its name", () => {
    expect(readdirSync(folder).sort()).toEqual([...packs].sort());
    for (const pack of packs) expect(manifestOf(pack).name).toBe(`groundwork-${pack}`);
  });

  it("hold every family once, and what is judged always in each", () => {
    const [, ...others] = packs;
    const held = others.flatMap((pack) => [...packFamilies[pack]]);
    for (const family of Object.keys(families)) {
      const times = held.filter((one) => one === family).length;
      expect([family, times]).toEqual([family, family === "stack" ? others.length : 1]);
    }
  });

  it("hold in the one of our command line every rule there is", () => {
    expect(rulesOf("all")).toEqual({ rules: catalogue, elsewhere: [] });
  });

  it.each(packs)("leave in %s no rule unknown", (pack) => {
    const { rules, elsewhere } = rulesOf(pack);
    const ids = [...rules, ...elsewhere].map(({ id }) => id);
    expect(ids.sort()).toEqual(catalogue.map(({ id }) => id));
  });

  it("hold the rules of their families", () => {
    expect(rulesOf("budget").rules).toEqual(
      [...families.budget, ...families.stack].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });
});

describe("a pack that is published", () => {
  let copies: string;
  const imports = new Map<string, string[]>();
  beforeAll(async () => {
    copies = mkdtempSync(path.join(tmpdir(), "packs-"));
    for (const pack of packs) {
      for (const file of ["package.json", "PulumiPolicy.yaml"])
        cpSync(path.join(folder, pack, file), path.join(copies, pack, file));
      const { metafile } = await build({
        entryPoints: [path.join(folder, pack, "index.ts")],
        outfile: path.join(copies, pack, "bin/index.js"),
        bundle: true,
        platform: "node",
        format: "cjs",
        packages: "external",
        metafile: true,
      });
      const outputs = Object.values(metafile.outputs).flatMap((output) => output.imports);
      imports.set(pack, [...new Set(outputs.map((it) => packageOf(it.path)))]);
    }
  });
  afterAll(() => rmSync(copies, { recursive: true }));

  it.each(packs)("names in %s every package that it needs, in our own versions", (pack) => {
    const { dependencies: named } = manifestOf(pack);
    const needed = (imports.get(pack) ?? []).filter((name) => !builtinModules.includes(name));
    // The engine starts the pack by a module of its own SDK.
    expect(Object.keys(named)).toEqual([...new Set([...needed, "@pulumi/pulumi"])].sort());
    const ours = Object.fromEntries(Object.entries(dependencies));
    for (const [name, version] of Object.entries(named)) expect(version).toBe(ours[name]);
  });

  it.each(packs)("says in %s twice where it begins", (pack) => {
    const yaml = parse(
      readFileSync(path.join(folder, pack, "PulumiPolicy.yaml"), "utf8"),
    ) as object;
    const { main, description } = manifestOf(pack) as Manifest & { description: string };
    expect(yaml).toEqual({ runtime: "nodejs", main, description });
  });

  it("is what npm packs, compiled", () => {
    const folders = packs.map((pack) => path.join(copies, pack));
    const args = ["pack", "--dry-run", "--json", "--offline", ...folders];
    const packed = JSON.parse(execFileSync("npm", args, { encoding: "utf8", stdio: "pipe" })) as {
      name: string;
      files: { path: string }[];
    }[];
    expect(packed.map(({ name }) => name)).toEqual(packs.map((pack) => `groundwork-${pack}`));
    for (const { files } of packed) {
      const names = files.map((file) => file.path);
      expect(names.sort()).toEqual(["PulumiPolicy.yaml", "bin/index.js", "package.json"]);
    }
  });
});

function packageOf(specifier: string): string {
  const [scope = "", name] = specifier.replace(/^node:/, "").split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { options } from "../../../scripts/mutation/options.mjs";

const root = path.resolve(__dirname, "../../..");

it("copies every folder that a rule, or what its tests share, is made of", async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["policies/catalogue.ts", "test/support/rule-kit/index.ts"],
    bundle: true,
    platform: "node",
    packages: "external",
    outdir: "unused",
    write: false,
    metafile: true,
  });
  const needed = Object.keys(metafile.inputs).map((file) => `!${file.split("/")[0]}/**`);
  const copied = options.ignorePatterns.map((it) => it.replace(/^!test\/.*/, "!test/**"));
  expect(copied).toEqual(expect.arrayContaining([...new Set(needed)]));
});

import { readdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { options } from "../../../scripts/mutation/options.mjs";

const root = path.resolve(__dirname, "../../..");

/** The test of each rule, which stands where its rule does. */
const tests = readdirSync(path.join(root, "policies/rules")).flatMap((family) =>
  readdirSync(path.join(root, "policies/rules", family)).map(
    (rule) => `test/policies/${family}/${rule.replace(/\.ts$/, ".test.ts")}`,
  ),
);

it("copies every folder that a rule or its test is made of", async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: tests.map((test) => `import "./${test}";`).join("\n"), resolveDir: root },
    bundle: true,
    platform: "node",
    packages: "external",
    outdir: "unused",
    write: false,
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).filter((file) => file.includes("/"));
  const needed = files.map((file) => `!${file.split("/")[0]}/**`);
  expect(needed).toContain("!policies/**");
  const copied = options.ignorePatterns.map((it) => it.replace(/^!test\/.*/, "!test/**"));
  expect(copied).toEqual(expect.arrayContaining([...new Set(needed)]));
});

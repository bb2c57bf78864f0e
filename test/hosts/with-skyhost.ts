import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { standInPrefix } from "../../config/stand-in";
import { readStackFile } from "../../config/stack-file";
import type * as files from "../../cli/rendered/files";
import type { DeclaredResource } from "../../core/resource";
import type * as stack from "../../cost/costed-stack";
import type * as costs from "../../cost/estimate";
import { vendors } from "../../hosts/vendors";
import { runProgram } from "../../offline/program";
import type * as rules from "../../policies/run";
import { tableFile, tables, tableText } from "../../scripts/host-tables/text";

const projectDir = path.resolve(__dirname, "../..");
const name = "skyhost";

/** What a command loads, of a tree in which the vendor has its folder and its line. */
const parts = `
export { filesOf } from "./cli/rendered/files";
export { run as judge } from "./policies/run";
export { costedStack } from "./cost/costed-stack";
export { estimate } from "./cost/estimate";
`;
type Parts = Pick<typeof files, "filesOf"> &
  Pick<typeof stack, "costedStack"> &
  Pick<typeof costs, "estimate"> & { judge: (typeof rules)["run"] };

/** The tree as it is with test/hosts/skyhost as hosts/skyhost, and one line more in the table. */
export interface WithSkyhost extends Parts {
  declare: (stack: string, text: string) => Promise<DeclaredResource[]>;
}

/** Builds that tree without touching this one, for as long as `use` needs it. */
export async function withSkyhost(use: (tree: WithSkyhost) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "one-more-host-"));
  try {
    symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
    const [program, commands] = await Promise.all([
      compile(folder, "program", `export = require("./index")`),
      compile(folder, "commands", parts),
    ]);
    const loaded = createRequire(__filename)(commands) as Parts;
    await use({ ...loaded, declare: (stack, text) => declare(program, stack, text) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function declare(program: string, stack: string, text: string) {
  const { config, secretKeys } = readStackFile(text, `Pulumi.${stack}.yaml`, "groundwork");
  const run = { project: "groundwork", stack, projectDir, program, config, secretKeys };
  return runProgram({ ...run, unknownTexts: [standInPrefix] });
}

async function compile(folder: string, output: string, contents: string): Promise<string> {
  const outfile = path.join(folder, `${output}.cjs`);
  await build({
    stdin: { contents, resolveDir: projectDir, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "silent",
    plugins: [oneMore],
  });
  return outfile;
}

/** Where a file of the made-up vendor's folder is in truth. */
const inTruth = (file: string) => file.replace(`hosts/${name}/`, `test/hosts/${name}/`);

/** The one line, and what `npm run generate` makes of it. */
const written = new Map([
  [
    "hosts/vendors.ts",
    readFileSync("hosts/vendors.ts", "utf8").replace("] as const", `  "${name}",\n] as const`),
  ],
  ...tables.map((table): [string, string] => [
    tableFile(table),
    tableText(table, [...vendors, name], (file) => existsSync(inTruth(file))),
  ]),
]);

const oneMore: Plugin = {
  name: "one-more-host",
  setup(tree) {
    tree.onResolve({ filter: new RegExp(`/${name}(/\\w+)?$`) }, ({ path: asked }) => {
      const [, file = "index"] = asked.split(`${name}/`);
      return { path: path.join(projectDir, inTruth(`hosts/${name}/${file}.ts`)) };
    });
    tree.onLoad({ filter: /[\\/]hosts[\\/](vendors|tables[\\/]\w+)\.ts$/ }, ({ path: file }) => {
      const contents = written.get(path.relative(projectDir, file).replaceAll(path.sep, "/"));
      return contents === undefined
        ? undefined
        : { contents, loader: "ts", resolveDir: path.dirname(file) };
    });
  },
};

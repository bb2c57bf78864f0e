import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { standInPrefix } from "../../config/stand-in";
import { readStackFile } from "../../config/stack-file";
import type { DeclaredResource } from "../../core/resource";
import { runProgram } from "../../offline/program";

const projectDir = path.resolve(__dirname, "../..");
/** As if it lay beside index.ts: a program that is ours alone. */
const ourProgram = `export = require("./index")`;

/** A folder of compiled programs of these sources. */
export interface CompiledPrograms {
  /** Ours. */
  program: string;
  /** Compiles another, TypeScript that lies beside index.ts. Each has a file of its own, since modules are kept by it. */
  compile(contents: string): string;
  /** What a stack whose file has this text declares, without an engine; by our program when no other is given. */
  declare(stack: string, text: string, program?: string): Promise<DeclaredResource[]>;
  remove(): void;
}

export function compiledPrograms(): CompiledPrograms {
  const folder = mkdtempSync(path.join(tmpdir(), "programs-"));
  symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
  let count = 0;
  const compile = (contents: string) => {
    const outfile = path.join(folder, `program-${(count += 1)}.cjs`);
    buildSync({
      stdin: { contents, resolveDir: projectDir, loader: "ts" },
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      packages: "external",
    });
    return outfile;
  };
  const ours = compile(ourProgram);
  return {
    program: ours,
    compile,
    declare(stack, text, program = ours) {
      const { config, secretKeys } = readStackFile(text, `Pulumi.${stack}.yaml`, "groundwork");
      const run = { project: "groundwork", stack, projectDir, program, config, secretKeys };
      return runProgram({ ...run, unknownTexts: [standInPrefix] });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

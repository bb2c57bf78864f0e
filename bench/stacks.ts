/**
 * Runs a compiled program for stacks in turn in one process, offline, and has every rule judge them where that is asked
 * for: what `check` does, without its command line. `node stacks.cjs PROGRAM rules|no-rules STACKFILE…`
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { standInPrefix } from "../config/stand-in";
import { readStackFile } from "../config/stack-file";
import { runProgram } from "../offline/program";

const project = "groundwork";

async function main(program: string, judged: boolean, files: readonly string[]): Promise<void> {
  // Not even loaded where nobody asks for them.
  const judge = judged ? (await import("../policies/run")).run : undefined;
  for (const file of files) {
    const stack = path.basename(file, ".yaml").replace("Pulumi.", "");
    const { config, secretKeys } = readStackFile(readFileSync(file, "utf8"), file, project);
    const resources = await runProgram({
      project,
      stack,
      config,
      secretKeys,
      projectDir: process.cwd(),
      program,
      unknownTexts: [standInPrefix],
    });
    const results = judge?.({ resources, stack, clock: new Date() }) ?? [];
    const said = `${stack}: ${resources.length} resources, ${results.length} results\n`;
    process.stdout.write(said);
  }
}

const [program = "", rules, ...files] = process.argv.slice(2);
main(program, rules === "rules", files).catch((error: unknown) => {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});

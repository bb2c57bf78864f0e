/**
 * Runs a compiled program for stacks in turn in one process, offline, and has every rule judge them where that is asked
 * for: what `check` does, without its command line. `node stacks.cjs PROGRAM rules|no-rules STACKFILE…`
 */
import { declared } from "./declared";

async function main(program: string, judged: boolean, files: readonly string[]): Promise<void> {
  // Not even loaded where nobody asks for them.
  const judge = judged ? (await import("../policies/run")).run : undefined;
  for (const file of files) {
    const { stack, resources } = await declared(program, file);
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

import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CompiledPrograms, compiledPrograms } from "../../support/compiled-program";

const projectDir = path.resolve(__dirname, "../../..");

/** Judges stacks in turn, and writes a line of each: what is declared, and what every rule says of it. */
const runner = `
import { readFileSync } from "node:fs";
import { standInPrefix } from "./config/stand-in";
import { readStackFile } from "./config/stack-file";
import { toDump } from "./offline/dump";
import { runProgram } from "./offline/program";
import { run } from "./policies/run";

async function judge([program, projectDir, ...stacks]: string[]) {
  for (const stack of stacks) {
    const file = \`Pulumi.\${stack}.yaml\`;
    const { config, secretKeys } = readStackFile(readFileSync(file, "utf8"), file, "groundwork");
    const told = { project: "groundwork", stack, projectDir, program, config, secretKeys };
    const resources = await runProgram({ ...told, unknownTexts: [standInPrefix] });
    const results = run({ resources, stack, clock: new Date("2026-11-21T12:00:00Z") });
    process.stdout.write(JSON.stringify([resources.map(toDump), results]) + "\\n");
  }
}
void judge(process.argv.slice(2));
`;

let programs: CompiledPrograms;
let compiled: string;
beforeAll(() => {
  programs = compiledPrograms();
  compiled = programs.compile(runner);
});
afterAll(() => programs.remove());

/** What one process writes of these stacks, a line each. */
function linesOf(...stacks: string[]): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [compiled, programs.program, projectDir, ...stacks],
    { cwd: projectDir, encoding: "utf8", maxBuffer: 1e8 },
  );
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}

it("judges prod, dev and prod in one process as three processes do, byte for byte", () => {
  const inTurn = linesOf("prod", "dev", "prod");
  const alone = ["prod", "dev", "prod"].flatMap((stack) => linesOf(stack));
  const sizes = inTurn.map(({ length }) => length);
  expect(Math.min(...sizes)).toBeGreaterThan(100_000);
  // Told as places, since the lines are long.
  const differing = alone.flatMap((line, index) => (line === inTurn[index] ? [] : [index]));
  expect(differing).toEqual([]);
  expect(inTurn).toHaveLength(3);
});

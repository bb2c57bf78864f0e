import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { standInPrefix } from "../../../config/stand-in";
import { readStackFile } from "../../../config/stack-file";
import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { runProgram } from "../../../offline/program";
import { stacks, textOf } from "../../config/support";

const projectDir = path.resolve(__dirname, "../../..");

/** What the example product's three stacks declare. */
export type Declared = Readonly<Record<Tier, readonly DeclaredResource[]>>;

/** Runs our program offline for the three stacks, from a build of its own. */
export async function declaredStacks(): Promise<Declared> {
  return withProgram(async (run) => {
    const runs: [Tier, DeclaredResource[]][] = [];
    for (const stack of stacks)
      runs.push([stack, await run(stack, textOf(`Pulumi.${stack}.yaml`))]);
    return Object.fromEntries(runs) as unknown as Declared;
  });
}

/** Runs the program offline for a stack whose file has this text. */
export type RunProgram = (stack: string, text: string) => Promise<DeclaredResource[]>;

/** Builds our program for as long as `use` needs it. */
export async function withProgram<T>(use: (run: RunProgram) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "stacks-"));
  symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
  const program = path.join(folder, "program.cjs");
  buildSync({
    entryPoints: [path.join(projectDir, "index.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
  });
  try {
    return await use((stack, text) => declared(stack, text, program));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function declared(stack: string, text: string, program: string): Promise<DeclaredResource[]> {
  const { config, secretKeys } = readStackFile(text, `Pulumi.${stack}.yaml`, "groundwork");
  const run = { project: "groundwork", stack, projectDir, program, config, secretKeys };
  return runProgram({ ...run, unknownTexts: [standInPrefix] });
}

type Path = readonly (string | number)[];

/** Whether a resource of that type and name is declared. */
export function isDeclared(
  resources: readonly DeclaredResource[],
  [type, name]: readonly [type: string, name: string],
): boolean {
  return resources.some((it) => it.type === type && it.name === name);
}

/** An input of the one resource of that type and name. Throws when the resource is not declared. */
export function inputOf(
  resources: readonly DeclaredResource[],
  [type, name]: readonly [type: string, name: string],
  path: Path,
): Reading {
  const found = resources.filter((it) => it.type === type && it.name === name);
  if (found.length !== 1) throw new Error(`${found.length} resources ${type} ${name}`);
  return readProperty(found[0]?.inputs ?? {}, path);
}

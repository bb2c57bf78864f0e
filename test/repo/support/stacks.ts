import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import { stacks, textOf } from "../../config/support";
import { compiledPrograms } from "../../support/compiled-program";

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
  const programs = compiledPrograms();
  try {
    return await use((stack, text) => programs.declare(stack, text));
  } finally {
    programs.remove();
  }
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

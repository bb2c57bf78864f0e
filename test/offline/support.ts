import { expect } from "vitest";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import type { UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import { runProgram, type ProgramRun } from "../../offline/program";

export const projectDir = path.resolve(__dirname, "../..");

/** A folder of compiled fixtures that sees the project's packages, as `dist` does. */
export function fixtureFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "offline-"));
  symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
  return {
    /** Compiles `test/offline/fixtures/<name>.ts` as the build does, source map beside it. */
    compile(name: string, sourcemap: boolean | "inline" = true): string {
      const outfile = path.join(folder, `${name}.cjs`);
      buildSync({
        entryPoints: [path.join(__dirname, "fixtures", `${name}.ts`)],
        outfile,
        bundle: true,
        platform: "node",
        format: "cjs",
        target: "node20",
        packages: "external",
        sourcemap,
      });
      return outfile;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function run(program: string, more: Partial<ProgramRun> = {}): Promise<DeclaredResource[]> {
  const defaults = { project: "shop", stack: "prod", config: {}, secretKeys: [], projectDir };
  return runProgram({ ...defaults, program, ...more });
}

/** The line, from 1, on which a fixture holds a text for the first time. */
export function lineOf(fixture: string, text: string): number {
  const file = path.join(__dirname, "fixtures", `${fixture}.ts`);
  const lines = readFileSync(file, "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(text));
  return index < 0 ? expect.unreachable(`${fixture}.ts holds no ${text}`) : index + 1;
}

/** The error a run ends with; fails when it ends well. */
export async function failureOf(
  program: string,
  more: Partial<ProgramRun> = {},
): Promise<UserError> {
  return run(program, more).then(
    (resources) => expect.unreachable(`clean, with ${resources.length} resources`),
    (error: UserError) => error,
  );
}

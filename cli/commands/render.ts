import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Problem, UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import { isRendered } from "../../render/header";
import type { RenderedFile } from "../../render/service";
import { type Context, type ExitCode, projectOf } from "../context";
import { declareStack } from "../declare";
import { programBundle } from "../program-bundle";
import { compareFiles, differenceProblems } from "../rendered/compare";
import { filesOf } from "../rendered/files";
import { toJson } from "../view/json";

export interface RenderFlags {
  /** Folder to write to; left out, the files are printed. */
  out?: string;
  /** Whether to replace files that were not rendered by us. */
  force?: boolean;
  /** Whether to compare with the files of the folder, `.` where none is named, and write nothing. */
  check?: boolean;
}

/**
 * Runs the program offline and renders what other tools read: the file of the site's host, those of container services
 * and their previews, the alarms as rules for Prometheus, and the migrations that keep errors in the database. Deploys
 * nothing.
 */
export async function render(
  context: Context,
  stack: string,
  flags: RenderFlags,
): Promise<ExitCode> {
  const files = filesOf(await declared(context, stack), stack);
  if (flags.check) return check(context, stack, { out: flags.out, files });
  if (flags.out === undefined) {
    context.terminal.out(context.format === "json" ? toJson({ stack, files }) : printed(files));
    return 0;
  }
  const folder = path.resolve(context.cwd, flags.out);
  if (!flags.force) refuseForeign(folder, files);
  const written = files.map((file) => write(folder, file));
  const names = written.map((file) => path.relative(context.cwd, file));
  context.terminal.out(
    context.format === "json" ? toJson({ stack, written: names }) : names.join("\n"),
  );
  context.terminal.note("rendered only: deploy with the vendor's own tool");
  return 0;
}

async function declared(context: Context, stack: string): Promise<DeclaredResource[]> {
  const project = projectOf(context);
  const program = await programBundle(context, project);
  return (await declareStack({ project, program }, stack)).resources;
}

/** Says of each file whether the folder holds what the stack file comes to; writes nothing. */
function check(
  context: Context,
  stack: string,
  { out = ".", files }: { out: string | undefined; files: readonly RenderedFile[] },
): ExitCode {
  const folder = path.resolve(context.cwd, out);
  const compared = compareFiles(folder, files);
  const shown = path.relative(context.cwd, folder);
  const command = `npx groundwork render ${stack} --out ${shown || "."}`;
  const problems = differenceProblems(compared, { folder: shown, command });
  if (context.format === "json") {
    context.terminal.out(toJson({ stack, compared }));
    return problems.length > 0 ? 1 : 0;
  }
  if (problems.length > 0) throw new UserError(problems);
  context.terminal.out(`${files.length} files are as Pulumi.${stack}.yaml says`);
  return 0;
}

function printed(files: readonly RenderedFile[]): string {
  if (files.length === 0) return "nothing is declared that is rendered";
  return files.map(({ file, text }) => `==> ${file}\n${text}`).join("\n");
}

/** All of them before the first is written, so that a refusal leaves the folder as it was. */
function refuseForeign(folder: string, files: readonly RenderedFile[]) {
  const problems = files.flatMap(({ file }): Problem[] => {
    const target = path.join(folder, file);
    if (!existsSync(target) || isRendered(readFileSync(target, "utf8"))) return [];
    return [
      {
        where: { file: target, line: 1 },
        found: "a file that groundwork did not render",
        allowed: "no file, or one whose first line says that it was rendered",
        fix: "move it away, name another folder with --out, or replace it with --force",
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}

function write(folder: string, { file, text }: RenderedFile): string {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

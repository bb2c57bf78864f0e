import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import type { BuildOptions } from "esbuild";
import { parse } from "yaml";
import { UserError } from "../core/errors";
import { type Context, bundle } from "./context";
import { workFolder } from "./folders";
import type { Project } from "./project";

/**
 * The project's program, compiled for the offline run. Our own is compiled at set-up; anybody else's here, each time,
 * since that takes less than finding out whether it changed.
 */
export async function programBundle(context: Context, project: Project): Promise<string> {
  const entry = entryOf(project);
  const own = path.join(context.packageRoot, "index.ts");
  if (existsSync(own) && realpathSync(entry) === realpathSync(own))
    return bundle(context, "program");
  const { build } = await import("esbuild");
  const options = bundleOptions(project, entry);
  mkdirSync(path.dirname(options.outfile), { recursive: true });
  try {
    await build(options);
  } catch (error) {
    throw compileError(error);
  }
  return options.outfile;
}

/** How a project's program is compiled, and where to. */
export function bundleOptions(project: Project, entry: string) {
  return {
    entryPoints: [entry],
    outfile: path.join(project.root, workFolder, "build", "program.cjs"),
    absWorkingDir: project.root,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
    sourcemap: true,
    logLevel: "silent",
  } satisfies BuildOptions;
}

/** As the engine finds it: `main` of Pulumi.yaml, a folder or a file, else index.ts. */
export function entryOf(project: Project): string {
  const settings = readFileSync(path.join(project.root, "Pulumi.yaml"), "utf8");
  const { main = "." } = parse(settings) as { main?: string };
  const candidates = ["", "/index.ts", "/index.js"].map((end) =>
    path.join(project.root, main + end),
  );
  const found = candidates.find((file) => /\.[cm]?[jt]s$/.test(file) && existsSync(file));
  if (found) return found;
  throw new UserError([
    {
      where: { file: path.join(project.root, "Pulumi.yaml"), path: "main" },
      found: `no program at ${main}`,
      allowed: "a file or a folder with index.ts",
      fix: "write index.ts, or name the program with `main:`",
    },
  ]);
}

interface BuildMessage {
  text: string;
  location: { file: string; line: number; column: number } | null;
}

/** The compiler's errors as problems of the person's own files. Anything else is thrown on. */
export function compileError(error: unknown): UserError {
  const messages = (error as { errors?: BuildMessage[] }).errors;
  if (!messages) throw error;
  const problems = messages.map(({ text, location }) => ({
    where: location
      ? { file: location.file, line: location.line, column: location.column + 1 }
      : {},
    found: text,
  }));
  return new UserError(problems);
}

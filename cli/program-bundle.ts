import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
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
  const outfile = path.join(project.root, workFolder, "build", "program.cjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  await compile(project, entry, outfile);
  return outfile;
}

/** As the engine finds it: `main` of Pulumi.yaml, a folder or a file, else index.ts. */
function entryOf(project: Project): string {
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

async function compile(project: Project, entry: string, outfile: string): Promise<void> {
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints: [entry],
      outfile,
      absWorkingDir: project.root,
      bundle: true,
      platform: "node",
      format: "cjs",
      packages: "external",
      sourcemap: true,
      logLevel: "silent",
    });
  } catch (error) {
    throw new UserError(compileProblems(error));
  }
}

interface BuildMessage {
  text: string;
  location: { file: string; line: number; column: number } | null;
}

function compileProblems(error: unknown) {
  const messages = (error as { errors?: BuildMessage[] }).errors;
  if (!messages) throw error;
  return messages.map(({ text, location }) => ({
    where: location
      ? { file: location.file, line: location.line, column: location.column + 1 }
      : {},
    found: text,
  }));
}

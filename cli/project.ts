import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { UserError } from "../core/errors";

/** A Pulumi project on disk. */
export interface Project {
  /** Absolute path of the folder that holds `Pulumi.yaml`. */
  root: string;
  name: string;
  /** Stacks with a file `Pulumi.<stack>.yaml`, sorted. */
  stacks: string[];
}

const projectFile = "Pulumi.yaml";
const stackFilePattern = /^Pulumi\.(.+)\.ya?ml$/;

/** The nearest project: upwards from `start`, looking into `infra/` on the way, as programs in a monorepo sit there. */
export function findProject(start: string): Project {
  const root = findRoot(path.resolve(start));
  if (!root) {
    throw new UserError(
      [
        {
          where: { file: path.join(start, projectFile) },
          found: "no Pulumi.yaml here, in infra/ or in any folder above",
          fix: "run this inside a Pulumi project, or name its folder with -C DIR",
        },
      ],
      2,
    );
  }
  return { root, name: projectName(path.join(root, projectFile)), stacks: stacksIn(root) };
}

/** Absolute path of a stack's file. An unknown stack is refused with the list of those there are. */
export function stackFileOf(project: Project, stack: string): string {
  if (!project.stacks.includes(stack)) {
    throw new UserError(
      [
        {
          where: { file: path.join(project.root, `Pulumi.${stack}.yaml`) },
          found: `no stack named "${stack}"`,
          allowed: project.stacks.length ? `one of ${project.stacks.join(", ")}` : undefined,
          fix: `name one of these, or write Pulumi.${stack}.yaml`,
        },
      ],
      2,
    );
  }
  return path.join(project.root, `Pulumi.${stack}.yaml`);
}

function findRoot(folder: string): string | undefined {
  for (const candidate of [folder, path.join(folder, "infra")]) {
    if (existsSync(path.join(candidate, projectFile))) return candidate;
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findRoot(parent);
}

function projectName(file: string): string {
  const name = (parse(readFileSync(file, "utf8")) as { name?: unknown } | null)?.name;
  if (typeof name === "string" && name) return name;
  throw new UserError([
    { where: { file, path: "name" }, found: "no project name", fix: "add `name:`" },
  ]);
}

function stacksIn(root: string): string[] {
  return readdirSync(root)
    .flatMap((file) => stackFilePattern.exec(file)?.[1] ?? [])
    .sort();
}

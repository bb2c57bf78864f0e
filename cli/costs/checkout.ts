import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { readStackFile } from "../../config/stack-file";
import { UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import type { Context } from "../context";
import { type Compiled, declaredBy } from "../declare";
import { sandboxFolders } from "../folders";
import { programBundle } from "../program-bundle";
import { findProject, type Project } from "../project";

/**
 * A project's files as they were at a revision of git, in a folder of their own below the project, where the program finds
 * the packages that are installed. The repository, its index and the working tree are not touched.
 */
export class Checkout {
  private compiled: Compiled | undefined;

  private constructor(
    private readonly context: Context,
    private readonly folder: string,
    private readonly project: Project,
  ) {}

  static of(context: Context, project: Project, rev: string): Checkout {
    const git = gitIn(project.root);
    const commit = commitOf(git, rev);
    const prefix = git(["rev-parse", "--show-prefix"]).trim();
    const { runs } = sandboxFolders(project);
    mkdirSync(runs, { recursive: true });
    const folder = mkdtempSync(path.join(runs, "git-"));
    try {
      writeFiles(git, commit, folder);
      const root = path.join(folder, "tree", prefix);
      if (!existsSync(path.join(root, "Pulumi.yaml"))) {
        const found = `no Pulumi.yaml in ${prefix || "the repository's folder"} at that revision`;
        throw refused(rev, found, "name a revision that has the project");
      }
      return new Checkout(context, folder, findProject(root));
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** What the program of then declares for the stack, with the stack file of then; nothing where there was none. */
  async declared(stack: string): Promise<DeclaredResource[]> {
    const { project } = this;
    if (!project.stacks.includes(stack)) return [];
    const file = path.join(project.root, `Pulumi.${stack}.yaml`);
    // Not checked: what it may say was another then, and the program of then reads it.
    const read = readStackFile(readFileSync(file, "utf8"), file, project.name);
    this.compiled ??= { project, program: await programBundle(this.context, project) };
    return declaredBy(this.compiled, stack, read);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type Git = (args: readonly string[], env?: NodeJS.ProcessEnv) => string;

function gitIn(cwd: string): Git {
  return (args, env) =>
    execFileSync("git", args, {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
}

function commitOf(git: Git, rev: string): string {
  try {
    return git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${rev}^{commit}`]).trim();
  } catch (error) {
    const { code, stderr = "" } = error as NodeJS.ErrnoException & { stderr?: string };
    if (code === "ENOENT") throw refused(rev, "git is not installed", "install git");
    if (/not a git repository/.test(stderr)) {
      throw refused(rev, "the project is in no git repository", "compare with state or a stack");
    }
    throw refused(
      rev,
      "no such revision",
      "name a branch, tag or commit; git fetch gets those of the remote",
    );
  }
}

/** By an index of its own: the repository keeps no trace of it, unlike of a worktree. */
function writeFiles(git: Git, commit: string, folder: string) {
  const env = { GIT_INDEX_FILE: path.join(folder, "index") };
  git(["read-tree", commit], env);
  const top = git(["rev-parse", "--show-toplevel"]).trim();
  const all = ["checkout-index", "--all", `--prefix=${path.join(folder, "tree")}/`];
  git(["-C", top, ...all], env);
}

function refused(rev: string, found: string, fix: string): UserError {
  const where = { path: `--against git:${rev}` };
  return new UserError([{ where, found, allowed: "a revision of this project", fix }], 2);
}

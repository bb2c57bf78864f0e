import path from "node:path";
import { UserError } from "../../core/errors";
import { type Project, findProject } from "../project";
import { ProgramBuilder } from "./builder";
import { Glance } from "./glance";
import { Saves } from "./saves";

/** What a look at the files came to. */
export interface Turn {
  project: Project;
  /** The compiled program, or why there is none. */
  program: string | UserError;
  /** Files that changed, relative to the project; all of them the first time. */
  changed: string[];
  /** Stacks whose answer may be another now. */
  stacks: readonly string[];
}

/** Watches a project: its own file, its stack files and every source of its program. */
export class WatchSession {
  private readonly builder = new ProgramBuilder();
  private readonly glance = new Glance();
  private readonly saves = new Saves();
  private program: string | UserError | undefined;
  private stacks: readonly string[] = [];

  constructor(
    private readonly root: string,
    /** The stacks that were named; every stack there is when none was. */
    private readonly named: readonly string[],
  ) {}

  /** How many files are watched. */
  get watched(): number {
    return this.files().length;
  }

  /** Looks at the files; undefined when nothing changed that matters. Compiles only when a source changed. */
  async look(): Promise<Turn | undefined> {
    const project = findProject(this.root);
    this.stacks = this.named.length > 0 ? this.named : project.stacks;
    const changed = this.glance.look(this.files());
    const before = this.program;
    // What did not compile may be mended by a file that nobody knew of.
    if (changed.length === 0 && typeof before === "string") return undefined;
    const own = this.stacks.filter((stack) => changed.includes(this.stackFile(stack)));
    const stacksOnly = typeof before === "string" && own.length === changed.length;
    const program = stacksOnly ? before : await this.compile(project);
    this.program = program;
    this.follow();
    if (changed.length === 0 && sameProblems(before, program)) return undefined;
    return {
      project,
      program,
      changed: changed.map((file) => path.relative(this.root, file)).sort(),
      stacks: stacksOnly ? own : this.stacks,
    };
  }

  /** Waits for the next save, or for the signal. */
  next(signal: AbortSignal): Promise<void> {
    return this.saves.next(signal);
  }

  async close(): Promise<void> {
    this.saves.close();
    await this.builder.dispose();
  }

  private async compile(project: Project): Promise<string | UserError> {
    const began = Date.now();
    try {
      return await this.builder.build(project);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    } finally {
      this.glance.settle(this.files(), began);
    }
  }

  private follow() {
    const folders = new Set([this.root]);
    for (const file of this.files()) {
      // Folders above it too: a folder that goes and comes back is seen from there.
      for (let at = path.dirname(file); !folders.has(at); at = path.dirname(at)) {
        folders.add(at);
        if (!at.startsWith(this.root + path.sep)) break;
      }
    }
    this.saves.follow(folders);
  }

  private files(): string[] {
    const stackFiles = this.stacks.map((stack) => this.stackFile(stack));
    return [path.join(this.root, "Pulumi.yaml"), ...stackFiles, ...this.builder.sources];
  }

  private stackFile(stack: string): string {
    return path.join(this.root, `Pulumi.${stack}.yaml`);
  }
}

function sameProblems(one: unknown, other: unknown): boolean {
  return one instanceof UserError && other instanceof UserError && one.message === other.message;
}

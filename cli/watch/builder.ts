import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { BuildContext, Plugin } from "esbuild";
import { bundleOptions, compileError, entryOf } from "../program-bundle";
import type { Project } from "../project";

/** Compiles a project's program again and again: after the first time only what changed is read and parsed. */
export class ProgramBuilder {
  private built: { entry: string; context: BuildContext } | undefined;
  private readonly inputs = new Set<string>();

  /** Every source file that the last build read, also when it failed. */
  get sources(): ReadonlySet<string> {
    return this.inputs;
  }

  /** Answers the compiled program, ready to be loaded afresh. Throws `UserError` when it does not compile. */
  async build(project: Project): Promise<string> {
    const context = await this.contextFor(project);
    const { outfile } = bundleOptions(project, "");
    mkdirSync(path.dirname(outfile), { recursive: true });
    try {
      await context.rebuild();
    } catch (error) {
      throw compileError(error);
    }
    forget(outfile);
    return outfile;
  }

  async dispose(): Promise<void> {
    await this.built?.context.dispose();
    this.built = undefined;
  }

  /** Another `main` is another program. */
  private async contextFor(project: Project): Promise<BuildContext> {
    const entry = entryOf(project);
    if (this.built?.entry === entry) return this.built.context;
    await this.dispose();
    const { context } = await import("esbuild");
    const options = bundleOptions(project, entry);
    this.built = { entry, context: await context({ ...options, plugins: [collect(this.inputs)] }) };
    return this.built.context;
  }
}

/** Notes each file as it is read: a failed build tells of no others. */
function collect(inputs: Set<string>): Plugin {
  return {
    name: "collect-inputs",
    setup(build) {
      build.onStart(() => inputs.clear());
      build.onLoad({ filter: /.*/, namespace: "file" }, ({ path: file }) => {
        inputs.add(file);
        return undefined;
      });
    },
  };
}

/** Node keeps modules by their file; the next load shall read it anew. */
function forget(program: string) {
  const { cache } = createRequire(program);
  delete cache[program];
}

export interface BuildOptions {
  /** Folder of the repository. Default: this one. */
  projectDir?: string;
  /** Entries to build, by the name of their output, such as `dist/program.cjs`. Default: all that have a source. */
  names?: readonly string[];
}

export interface FailedEntry {
  name: string;
  /** `file:line:column: text`, paths relative to the project. */
  errors: string[];
}

/** Builds what is stale. One broken source does not keep the others from being built. */
export function build(options?: BuildOptions): Promise<{ built: string[]; failed: FailedEntry[] }>;

/** Lines for people about failed entries; empty when all went well. */
export function buildFailures(failed: readonly FailedEntry[]): string[];

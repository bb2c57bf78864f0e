import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take longest, longest first, by the processor time of the engines that they start. Two workers share the
 * files: a long one that is begun last leaves the other worker idle for minutes. On a fresh clone Vitest knows no times, and
 * goes by the size of files, which says nothing of engines.
 */
export const longestFirst: readonly string[] = [
  "life-cycle",
  "secrets",
  "pipeline",
  "recovery",
  "gate",
  "boundaries",
  "readme",
  "rotate",
  "database-admin",
  "plain-pulumi",
  "parity",
  "import",
  "database-changes",
  "report",
  "pack-bypass",
  "digitalocean",
  "cli-on-s3",
  "hosts-switched",
  "repository",
  "bootstrap",
  "drift",
  "provider-exit",
  "hosting-changes",
  "pack-failures",
  "storage",
  "supabase-admin",
  "drill",
].map((name) => `test/engine/${name}.test.ts`);

/** In the order of the list within a project, and as Vitest has them else. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { root } = this.ctx.config;
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longestFirst.indexOf(path.relative(root, moduleId).replaceAll(path.sep, "/"));
      return at < 0 ? longestFirst.length : at;
    };
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return sorted.sort((one, other) => group(one) - group(other) || rank(one) - rank(other));
  }
}

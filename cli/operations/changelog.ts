import path from "node:path";
import { UserError } from "../../core/errors";
import { changelogOf } from "../../operations/changelog/changelog";
import { type Context, type ExitCode, projectOf } from "../context";
import { type Project, stackFileOf } from "../project";
import { toJson } from "../view/json";
import { changelogMarkdown, changelogText, type StackChangelog } from "./changelog-view";
import { historyFile, historyIn } from "./history";

export interface ChangelogFlags {
  /** Every stack of the project. */
  all: boolean;
  /** First day, UTC. */
  since?: Date;
  /** Of the cloud of this machine. */
  sandbox: boolean;
  /** Another history than the project's own: that of a pipeline. */
  history?: string;
}

// Requirement: REL-17
/** Writes out what was done to a stack, or to all. Exit code 1 where a line of a history cannot be read. */
export function changelog(
  context: Context,
  stack: string | undefined,
  flags: ChangelogFlags,
): Promise<ExitCode> {
  const { since, sandbox } = flags;
  const project = projectOf(context);
  const told = stacksOf(project, stack, flags).map((name): StackChangelog => {
    const file = flags.history
      ? path.resolve(context.cwd, flags.history)
      : historyFile(project, name);
    const { records, unreadable } = historyIn(file);
    const own = records.filter((one) => one.stack === name);
    return { stack: name, file, unreadable, ...changelogOf(own, { since, sandbox }) };
  });
  context.terminal.out(writers[context.format](told, since));
  return Promise.resolve(told.some(({ unreadable }) => unreadable.length > 0) ? 1 : 0);
}

type Writer = (told: readonly StackChangelog[], since: Date | undefined) => string;

const text: Writer = (told) => told.map(changelogText).join("\n\n");
const writers: Readonly<Record<Context["format"], Writer>> = {
  text,
  csv: text,
  markdown: changelogMarkdown,
  json: (told, since) =>
    toJson({
      ...(since && { since: since.toISOString() }),
      stacks: told.map(({ file: _, ...one }) => one),
    }),
};

function stacksOf(project: Project, stack: string | undefined, { all }: ChangelogFlags): string[] {
  if (all === (stack !== undefined)) {
    const found = all ? "a stack and --all" : "neither a stack nor --all";
    const allowed = "one of them";
    throw new UserError([{ where: { path: "groundwork changelog" }, found, allowed }]);
  }
  if (stack === undefined) return [...project.stacks];
  stackFileOf(project, stack);
  return [stack];
}

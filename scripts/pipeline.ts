/** `npm run pipeline`: runs the pipeline of `.github/workflows/up.yml` on a sandbox, job by job, and records the run. */
import path from "node:path";
import { Command, CommanderError } from "commander";
import { confirm } from "../cli/confirm";
import { UserError } from "../core/errors";
import { runFolder, writeRecord } from "./pipeline/record";
import { runPipeline } from "./pipeline/run";
import { openShell } from "./pipeline/shell";
import { missingOwner, reviewersOf } from "./pipeline/stacks";
import { readPipeline } from "./pipeline/workflow";

interface Flags {
  project: string;
  workflow: string;
  groundwork: string;
  watchMinutes: string;
  yes: boolean;
}

const program = new Command("pipeline")
  .description("run the pipeline of a merge on a sandbox, with the commands of its workflow")
  .option("--project <dir>", "folder of Pulumi.yaml", ".")
  .option("--workflow <file>", "the workflow", ".github/workflows/up.yml")
  .option("--groundwork <script>", "what is started as groundwork", "cli/bin/groundwork.cjs")
  .option("--watch-minutes <n>", "how long a release is watched, where it is", "1")
  .option("-y, --yes", "approve in place of the reviewers of an environment", false)
  .exitOverride()
  .addHelpText("after", "\nExit codes: 0 passed, 1 failed or waits for an approval, 2 not run.");

async function main(): Promise<number> {
  const { project, workflow, groundwork, watchMinutes, yes } = program.parse().opts<Flags>();
  const root = path.resolve(project);
  const jobs = readPipeline(path.resolve(workflow), { "watch-minutes": watchMinutes });
  const clock = () => new Date();
  const folder = runFolder(root, clock());
  const shell = openShell({ root, bin: path.resolve(groundwork), env: process.env });
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  try {
    const record = await runPipeline(jobs, {
      root,
      workflow,
      folder,
      shell,
      say,
      clock,
      reviewersOf: (stack) => reviewersOf(root, stack),
      approve: (stack, reviewers) => approved(stack, reviewers, yes),
      founding: missingOwner(
        root,
        jobs.flatMap(({ stack }) => stack ?? []),
      ),
    });
    process.stdout.write(`${record.result}: ${writeRecord(folder, record)}\n`);
    return record.result === "passed" ? 0 : 1;
  } finally {
    shell.close();
  }
}

/** Without a terminal and without `--yes` nobody approves, and the job waits as it would on GitHub. */
async function approved(stack: string, reviewers: readonly string[], yes: boolean) {
  try {
    await confirm({ action: `approve ${stack} in place of ${reviewers.join(", ")}`, yes });
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
  },
);

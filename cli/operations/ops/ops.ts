import { UserError } from "../../../core/errors";
import type { OperationStep } from "../../../operations/record";
import type { UpkeepGround, UpkeepStep } from "../../../operations/upkeep/ground";
import { rhythms } from "../../../operations/upkeep/rhythms";
import { type Context, type ExitCode, projectOf } from "../../context";
import { say } from "../../view/say";
import { table } from "../../view/table";
import { recorded, type Recorder } from "../recorder";
import { diagnosis, writeBundle } from "./diagnose";
import { type GroundAsked, openGround } from "./ground";

const plans: Readonly<Record<string, readonly UpkeepStep[]>> = { ...rhythms, diagnose: diagnosis };

/**
 * Looks after a running stack: what is due each day, week or month, or everything at once for a diagnosis. Exit code 1
 * where something was found, 2 where a vendor or the machine failed. What could not be asked is skipped, and said.
 */
export async function ops(
  context: Context,
  plan: string,
  stack: string,
  asked: GroundAsked,
): Promise<ExitCode> {
  const steps = Object.hasOwn(plans, plan) ? plans[plan] : undefined;
  if (!steps) {
    const allowed = `one of ${Object.keys(plans).join(", ")}`;
    throw new UserError([{ where: { path: plan }, found: "no such plan", allowed }], 2);
  }
  const project = projectOf(context);
  const opened = await openGround(context, project, stack, asked);
  try {
    const told = { operation: `ops ${plan}`, stack, dryRun: asked.dryRun };
    const taken = await recorded(
      { context, project, sandbox: asked.sandbox, ...told },
      async (recorder) => {
        for (const step of steps) {
          // A line each: what turns and is redrawn would hide the question that a step asks.
          context.terminal.note(`${step.name} …`);
          await lookAfter(recorder, step, opened.ground);
        }
        return recorder.steps;
      },
    );
    const file = plan === "diagnose" ? writeBundle(project, opened, taken) : undefined;
    const exitCode = exitCodeOf(taken);
    say(context, opsText(steps, taken, `${stack} ops ${plan}`, file), {
      ...told,
      exitCode,
      steps: taken.map((step, index) => ({ ...aboutStep(steps[index]), ...step })),
      ...(file !== undefined && { file }),
    });
    return exitCode;
  } finally {
    await opened.release();
  }
}

/** One step that fails or is refused keeps no other from being done. */
async function lookAfter(recorder: Recorder, { name, run }: UpkeepStep, ground: UpkeepGround) {
  await recorder.step(name, async () => {
    try {
      return await run(ground);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const result = error.exitCode === 2 ? ("failed" as const) : ("refused" as const);
      return { result, said: error.message };
    }
  });
}

function exitCodeOf(steps: readonly OperationStep[]): ExitCode {
  if (steps.some(({ result }) => result === "failed")) return 2;
  const clean = steps.every(({ result }) => result === "done" || result === "skipped");
  return clean && steps.some(({ result }) => result === "done") ? 0 : 1;
}

const aboutStep = (step: UpkeepStep | undefined) =>
  step && { adapter: step.adapter, reads: step.reads, changes: step.changes ?? "nothing" };

function opsText(
  plan: readonly UpkeepStep[],
  steps: readonly OperationStep[],
  head: string,
  file: string | undefined,
): string {
  const rows = steps.flatMap(({ name, result, said, seconds }, index) => {
    const [first = "", ...more] = said.split("\n");
    const adapter = plan[index]?.adapter ?? "";
    return [
      [name, adapter, result, `${seconds.toFixed(1)} s`, first],
      ...more.map((line) => ["", "", "", "", line]),
    ];
  });
  const count = (wanted: string) => steps.filter(({ result }) => result === wanted).length;
  const words = ["done", "finding", "refused", "failed", "skipped"];
  const counts = words.flatMap((word) => (count(word) > 0 ? [`${count(word)} ${word}`] : []));
  const bundle = file === undefined ? [] : [`bundle: ${file}: read it before you hand it on`];
  return [table(rows), `${head}: ${counts.join(", ")}`, ...bundle].join("\n");
}

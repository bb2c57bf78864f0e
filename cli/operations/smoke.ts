import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { junitOf, type SmokeRun } from "../../operations/smoke/junit";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";
import { type Outside, outside } from "./outside";
import { recorded } from "./recorder";
import { prepareSmoke, runSmoke, type SmokeAsked } from "./smoke-run";
import { outcomeOf, planText, runJson, runText } from "./smoke-view";

export interface SmokeFlags extends Omit<SmokeAsked, "stack"> {
  /** File for the results as JUnit XML. */
  junit?: string;
  dryRun: boolean;
}

// Requirement: REL-07, REL-08, REL-14, HDR-12, HDR-13, UPT-08
/**
 * Asks what is served whether it is what is declared. Exit code 1 where something is not, 2 where nobody could be asked
 * for want of a credential.
 */
export async function smoke(
  context: Context,
  stack: string,
  { junit, dryRun, ...flags }: SmokeFlags,
  world: Outside = outside,
): Promise<ExitCode> {
  const asked = { stack, ...flags };
  const { project, resources } = await world.declare(context, stack);
  const prepared = prepareSmoke(context, asked, resources);
  if (dryRun) {
    say(context, planText(stack, prepared.checks), { stack, checks: prepared.checks });
    return 0;
  }
  const told = { context, project, operation: "smoke", stack, dryRun };
  const run = await recorded({ ...told, sandbox: flags.sandbox }, async (recorder) => {
    const clouds = await world.open(context, flags.sandbox);
    try {
      const checked = async () => {
        const run = await runSmoke(context, prepared, asked, clouds.reach);
        return { run, ...outcomeOf(run) };
      };
      return (await recorder.step("checks", checked)).run;
    } finally {
      await clouds.release();
    }
  });
  if (junit !== undefined) writeResults(path.resolve(context.cwd, junit), run);
  say(context, runText(run), runJson(run));
  return isClean(run) ? 0 : 1;
}

function writeResults(file: string, run: SmokeRun) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, junitOf(run));
}

export const isClean = ({ results }: SmokeRun): boolean =>
  results.every(({ findings }) => findings.length === 0);

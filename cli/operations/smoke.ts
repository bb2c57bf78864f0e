import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { junitOf, type SmokeRun } from "../../operations/smoke/junit";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";
import { type Outside, outside } from "./outside";
import { type Recorder, recorded } from "./recorder";
import { compareWithHistory, failsFor, measureResponses } from "./responses";
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
  const { project, input, resources } = await world.declare(context, stack);
  const prepared = prepareSmoke(context, asked, resources);
  if (dryRun) {
    say(context, planText(stack, prepared.checks), { stack, checks: prepared.checks });
    return 0;
  }
  const told = { context, project, operation: "smoke", stack, dryRun };
  const { sandbox } = flags;
  const limits = input.settings.release.responses;
  const run = await recorded({ ...told, sandbox }, async (recorder) => {
    const clouds = await world.open(context, sandbox);
    try {
      const checked = async () => {
        const run = await runSmoke(context, prepared, asked, clouds.reach);
        return { run, ...outcomeOf(run) };
      };
      const { run } = await recorder.step("checks", checked);
      const responses = await responsesOf(recorder, run, async () => {
        const [{ checks }, { reach }, seconds] = [prepared, clouds, flags.timeout];
        const times = await measureResponses(context, { checks, limits, reach, seconds });
        return compareWithHistory(recorder, times, { project, stack, sandbox, limits });
      });
      return { ...run, ...(responses && { responses }) };
    } finally {
      await clouds.release();
    }
  });
  if (junit !== undefined) writeResults(path.resolve(context.cwd, junit), run);
  say(context, runText(run), runJson(run));
  return isClean(run) ? 0 : 1;
}

/** How fast something wrong is answered says nothing. */
async function responsesOf(
  recorder: Recorder,
  run: SmokeRun,
  compared: () => Promise<ReturnType<typeof compareWithHistory>>,
): Promise<SmokeRun["responses"]> {
  const name = "response times";
  if (isClean(run)) return (await recorder.step(name, compared)).responses;
  const said = "not compared, since not all is as declared";
  await recorder.step(name, () => Promise.resolve({ result: "skipped", said } as const));
  return undefined;
}

function writeResults(file: string, run: SmokeRun) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, junitOf(run));
}

export const isClean = ({ results, responses }: SmokeRun): boolean =>
  results.every(({ findings }) => findings.length === 0) && !(responses && failsFor(responses));

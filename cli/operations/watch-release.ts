import { setTimeout as pause } from "node:timers/promises";
import { slowerIn, slowerText } from "../../operations/responses/compare";
import { addressOf, isRepeatable, responseTimes } from "../../operations/responses/measure";
import type { Check } from "../../operations/smoke/check";
import type { ComparedResponses } from "../../operations/smoke/junit";
import { type CheckResult, runChecks } from "../../operations/smoke/run";
import { blamed } from "../../operations/watch/blame";
import type { Round } from "../../operations/watch/decide";
import { type Watched, watchRelease } from "../../operations/watch/watch";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";
import type { Clouds } from "./clouds";
import { type Outside, outside } from "./outside";
import { type Recorder, recorded } from "./recorder";
import { type Compared, compareWithHistory, failsFor, responseLines } from "./responses";
import { rollback } from "./rollback";
import { prepareSmoke } from "./smoke-run";

export interface WatchFlags {
  sandbox: boolean;
  /** How long. */
  minutes: number;
  /** Seconds between two rounds. */
  every: number;
  /** Rounds in a row that one check may not fail. */
  sustained: number;
  /** Go back when a rollback is due. */
  rollback: boolean;
}

/** Seconds after which a round counts what has not answered as failed. */
const roundLimit = 30;

// Requirement: REL-08, DR-14
/**
 * Asks again and again after a release. Exit code 1 as soon as a rollback is due; with `rollback` it is carried out, and
 * what it comes to is said by itself.
 */
export async function watchReleaseOf(
  context: Context,
  stack: string,
  flags: WatchFlags,
  world: Outside = outside,
): Promise<ExitCode> {
  const { sandbox } = flags;
  const { project, input, resources } = await world.declare(context, stack);
  const asked = { stack, sandbox, timeout: roundLimit, attempts: 1 };
  const { checks: all, services } = prepareSmoke(context, asked, resources);
  const checks = all.filter(isRepeatable);
  const told = { context, project, operation: "watch-release", stack };
  const watched = await recorded({ ...told, dryRun: false, sandbox }, async (recorder) => {
    const clouds = await world.open(context, sandbox);
    try {
      const watched = await recorder.step("watch", async () => {
        const watched = await carryOut(context, flags, checks, clouds);
        const good = watched.decision.state === "good";
        return { ...watched, result: good ? "done" : "finding", said: wordsOf(watched) } as const;
      });
      const { responses: limits } = input.settings.release;
      return await withResponses(recorder, watched, { project, stack, sandbox, limits });
    } finally {
      await clouds.release();
    }
  });
  const { decision, rounds, responses } = watched;
  const lines = responses ? responseLines(responses.verdicts) : [];
  const text = [...lines, `watch of ${stack}: ${wordsOf(watched)}`].join("\n");
  say(context, text, { stack, decision, rounds, ...(responses && { responses }) });
  if (decision.state === "good") return 0;
  if (!flags.rollback) return 1;
  const failed = new Set(rounds.flatMap((round) => round.failed));
  const slow = new Set(slowerIn(responses?.verdicts ?? []).map(({ address }) => address));
  const service = blamed(
    checks.filter(({ name, url }) => failed.has(name) || slow.has(addressOf(url))),
    services,
  );
  const how = { service, by: "reverse", acceptLoss: false } as const;
  const back = await rollback(
    context,
    stack,
    { ...how, sandbox, yes: true, dryRun: false, verify: true },
    world,
  );
  // The release was bad, however well it was taken back.
  return back === 2 ? 2 : 1;
}

/** What a watch answered, round by round. */
type Answered = Watched & { answers: readonly (readonly CheckResult[])[] };
type Judged = Watched & { responses?: ComparedResponses };

// Requirement: REL-13
/** A release that holds, held against those before it: where the stack's file says so, a slower one goes back too. */
async function withResponses(
  recorder: Recorder,
  { answers, ...watched }: Answered,
  compared: Compared,
): Promise<Judged> {
  if (watched.decision.state !== "good") return watched;
  const times = responseTimes(answers, compared.limits.samples);
  const { responses } = await recorder.step("response times", () =>
    Promise.resolve(compareWithHistory(recorder, times, compared)),
  );
  if (!failsFor(responses)) return { ...watched, responses };
  const slow = slowerIn(responses.verdicts).map((one) => `${one.address} is ${slowerText(one)}`);
  return { ...watched, responses, decision: { state: "roll back", because: slow.join(", ") } };
}

function carryOut(
  context: Context,
  flags: WatchFlags,
  checks: Check[],
  clouds: Clouds,
): Promise<Answered> {
  const { minutes, every, sustained } = flags;
  const from = context.clock();
  const until = new Date(from.getTime() + minutes * 60_000);
  const planned = (Math.floor((minutes * 60) / every) + 1) * checks.length;
  const answers: CheckResult[][] = [];
  const progress = context.terminal.progress(`watch for ${minutes} minutes`);
  const ask = async (): Promise<Omit<Round, "at">> => {
    const surroundings = {
      ...{ reach: clouds.reach, now: context.clock, attempts: 1, backoffMs: 0 },
      signal: AbortSignal.timeout(roundLimit * 1000),
    };
    const results = await runChecks(checks, surroundings);
    answers.push(results);
    const failed = results.filter(({ findings }) => findings.length > 0);
    return { asked: results.length, failed: failed.map(({ name }) => name) };
  };
  const asked = ({ at, failed }: Round) => {
    const seconds = Math.max(0, Math.round((until.getTime() - at.getTime()) / 1000));
    progress.update(
      `${failed.length > 0 ? `${failed.join(", ")} failed` : "well"}; ${seconds} s left`,
    );
  };
  const limits = { from, until, planned, sustained };
  const pauseFor = (milliseconds: number) => pause(milliseconds);
  const surroundings = { now: context.clock, ask, asked, pause: pauseFor, every: every * 1000 };
  return watchRelease(limits, surroundings).then(
    (watched) => {
      if (watched.decision.state === "good") progress.done();
      else progress.fail();
      return { ...watched, answers };
    },
    (error: unknown) => {
      progress.fail();
      throw error;
    },
  );
}

function wordsOf({ decision, rounds }: Watched): string {
  const asked = rounds.reduce((sum, round) => sum + round.asked, 0);
  if (decision.state === "good") return `${asked} questions, the release holds`;
  return `a rollback is due: ${decision.because}`;
}

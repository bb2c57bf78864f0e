import type { DeclaredResource } from "../../core/resource";
import { declaredWays } from "../../operations/rollback/declared";
import { measured } from "../../operations/rollback/measure";
import { isOurs, type RollbackPlan, stepsOf } from "../../operations/rollback/steps";
import { needsCredential } from "../../operations/smoke/check";
import { confirm } from "../confirm";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";
import type { Clouds } from "./clouds";
import { type Outside, outside } from "./outside";
import { recorded, type Recorder } from "./recorder";
import { carryOut } from "./rollback-carry";
import { type Ground, planRollback, type RollbackWish } from "./rollback-facts";
import {
  outcomeOfRollback,
  planText,
  type RolledBack,
  rollbackJson,
  rollbackText,
} from "./rollback-view";
import { isClean } from "./smoke";
import { prepareSmoke, runSmoke } from "./smoke-run";
import { outcomeOf } from "./smoke-view";

export interface RollbackFlags extends RollbackWish {
  sandbox: boolean;
  yes: boolean;
  dryRun: boolean;
  /** Smoke tests afterwards. */
  verify: boolean;
}

/** Seconds of the smoke tests after a rollback, and how often each is asked. */
const verification = { timeout: 120, attempts: 4 };

// Requirement: DR-10, DR-11, DR-12, DR-13
/**
 * Goes back: shows the plan, asks, carries it out, measures itself and has the smoke tests look. Exit code 1 where it was
 * refused, took longer than promised, or what is served afterwards is not as declared.
 */
export async function rollback(
  context: Context,
  stack: string,
  flags: RollbackFlags,
  world: Outside = outside,
): Promise<ExitCode> {
  const ground = await groundOf(context, stack, world);
  const { dryRun, sandbox } = flags;
  const told = { context, project: ground.project, operation: "rollback", stack };
  const done = await recorded({ ...told, dryRun, sandbox }, async (recorder) => {
    const clouds = await world.open(context, sandbox);
    try {
      return await inSteps({ ground, stack, flags, clouds, recorder });
    } finally {
      await clouds.release();
    }
  });
  say(context, rollbackText(done), rollbackJson(done));
  const held = done.measure?.held ?? true;
  return held && (!done.smoke || isClean(done.smoke)) ? 0 : 1;
}

/** With what the stack declares, for the smoke tests afterwards. */
interface RollbackGround extends Ground {
  resources: readonly DeclaredResource[];
}

async function groundOf(context: Context, stack: string, world: Outside): Promise<RollbackGround> {
  const { project, input, resources } = await world.declare(context, stack);
  const team = input.file.config["vercel:team"];
  return { context, stack, project, resources, ways: declaredWays(resources), team };
}

interface Steps {
  ground: RollbackGround;
  stack: string;
  flags: RollbackFlags;
  clouds: Clouds;
  recorder: Recorder;
}

async function inSteps({ ground, stack, flags, clouds, recorder }: Steps): Promise<RolledBack> {
  const { context } = ground;
  const { plan } = await recorder.step("plan", async () => {
    const plan = await planRollback(ground, flags, clouds);
    return { plan, result: "done" as const, said: stepsOf(plan)[0] ?? "" };
  });
  if (flags.dryRun || !isOurs(plan)) return { stack, plan };
  context.terminal.note(planText(stack, plan));
  await confirm({
    action: `roll ${flags.service} of ${stack} back`,
    yes: flags.yes || flags.sandbox,
  });
  const { did, measure } = await recorder.step("roll back", () =>
    timed(ground, flags, plan, clouds),
  );
  if (!flags.verify || plan.service === "database") return { stack, plan, did, measure };
  const { smoke } = await recorder.step("smoke", async () => {
    const smoke = await verified(ground, stack, flags.sandbox, clouds);
    return { smoke, ...outcomeOf(smoke) };
  });
  return { stack, plan, did, measure, smoke };
}

// Requirement: DR-02, DR-15
async function timed(ground: Ground, flags: RollbackFlags, plan: RollbackPlan, clouds: Clouds) {
  const { terminal } = ground.context;
  const progress = terminal.progress(`roll ${flags.service} back`);
  const started = performance.now();
  try {
    const did = await carryOut(ground, plan, clouds, (what) => progress.update(what));
    progress.done(did);
    const key = flags.service === "frontend" ? "web" : flags.service;
    const { rtoMinutes } = ground.ways.objectives.get(key) ?? {};
    const measure = measured((performance.now() - started) / 1000, rtoMinutes);
    return { did, measure, ...outcomeOfRollback(did, measure) };
  } catch (error) {
    progress.fail();
    throw error;
  }
}

/** The stack's own smoke tests. Without the test credential those that need none: going back does not wait for it. */
function verified(ground: RollbackGround, stack: string, sandbox: boolean, clouds: Clouds) {
  const { context, resources } = ground;
  const asked = { stack, sandbox, ...verification };
  const prepared = prepareSmoke(context, asked, resources);
  const { credential } = prepared;
  const lacks = credential !== undefined && !context.env[credential] && !sandbox;
  if (!lacks) return runSmoke(context, prepared, asked, clouds.reach);
  context.terminal.note(`${credential} is not set: checks that sign in are left out`);
  const checks = prepared.checks.filter((check) => !needsCredential(check));
  return runSmoke(context, { checks }, asked, clouds.reach);
}

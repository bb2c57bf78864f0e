import { stackFilePath } from "../../config/places";
import { parseUrn } from "../../core/urn";
import { UserError } from "../../core/errors";
import { type AdoptionFinding, weigh } from "../../operations/adopt/differences";
import type { AdoptionPlan, Wanted } from "../../operations/adopt/model";
import { resultOf } from "../../operations/record";
import { planAdoption } from "../../operations/adopt/resolve";
import { type SentTwice, sentTwice } from "../../operations/adopt/vercel-json";
import type { Context, ExitCode } from "../context";
import { silenceLimit } from "../engine/silence";
import { readGiven } from "../given-file";
import { Session } from "../session";
import { say } from "../view/say";
import { openEstate } from "./adopt/estates";
import { adoptionFile } from "./adopt/import-file";
import { withTrusted } from "./adopt/record-trusted";
import { refuseAnswers, refuseUndecided, valuesInUse } from "./adopt/refusals";
import { type Foreseen, importRuns, type ImportRuns } from "./adopt/runs";
import { importJson, importText, type PlacedFinding, planText, type Told } from "./adopt/view";
import { wantedOf } from "./adopt/wanted";
import { exitCodeOf, recorded, type Recorder, type StepOutcome } from "./recorder";

type Pairs = readonly (readonly [name: string, value: string])[];

export interface ImportFlags {
  sandbox: boolean;
  /** Against a backend: do not ask before the state is written. */
  yes: boolean;
  /** Show the plan, and write nothing. */
  dryRun: boolean;
  /** `NAME=ID` each: which live thing a resource is. */
  choose?: Pairs;
  /** Resources that do not exist. */
  fresh?: readonly string[];
  /** `NAME=VARIABLE` each: where the generated value in use is. */
  value?: Pairs;
  /** The app's own file, whose headers are held against the program's. */
  vercelJson?: string;
}

interface Opened {
  context: Context;
  session: Session;
  flags: ImportFlags;
  runs: ImportRuns;
}

/**
 * Adopts what exists at the vendors into the state of a stack, and changes nothing there: finds each declared resource, shows
 * the plan, has the engine import it, and holds what was read against what is declared. Exit code 1 where the next update
 * would change something, or a person has to decide.
 */
export async function importStack(
  context: Context,
  stack: string,
  flags: ImportFlags,
): Promise<ExitCode> {
  const { sandbox, dryRun } = flags;
  const session = await Session.open(context, stack, sandbox);
  const { project } = session.ground;
  const progress = context.terminal.progress(`import ${stack}`);
  try {
    const record = { operation: "import", stack, dryRun, context, project, sandbox };
    return await recorded(record, async (recorder) => {
      if (!dryRun) await session.heal();
      const runs = await importRuns(session.engine, {
        silenceMs: silenceLimit(context.env),
        onStep: (what, count) => progress.update(`import ${stack}: ${what}, ${count}`),
      });
      const told = await imported(recorder, { context, session, flags, runs });
      progress.done(`import ${stack}`);
      say(context, importText(told), importJson(told));
      return exitCodeOf(resultOf(recorder.steps));
    });
  } catch (error) {
    progress.fail(`import ${stack}`);
    throw error;
  } finally {
    await session.close();
  }
}

async function imported(recorder: Recorder, opened: Opened): Promise<Told> {
  const { context, session, flags, runs } = opened;
  const { stack } = session.ground.input;
  const { dryRun, yes } = flags;
  const looked = await recorder.step("look", () => look(opened));
  const { plan, foreseen } = looked;
  const { twice } = await recorder.step("hold headers against vercel.json", () =>
    heldAgainst(opened, looked.wanted),
  );
  refuseUndecided(stack, plan.undecided);
  const told = { stack, dryRun, plan, twice };
  if (dryRun) return told;
  context.terminal.note(planText(plan));
  if (plan.adopt.length > 0) {
    await recorder.step("adopt", async () => {
      await session.confirm(`adopt ${plan.adopt.length} resources into`, yes);
      const { deployment } = await runs.state();
      const inState = new Set((deployment.resources ?? []).map(({ urn }) => urn));
      await runs.adopt(adoptionFile(plan.adopt, foreseen.goals, inState));
      return { result: "done", said: `${plan.adopt.length} resources` };
    });
  }
  const { after } = await recorder.step("compare", () => compared(opened));
  return { ...told, after };
}

interface Looked extends StepOutcome {
  plan: AdoptionPlan;
  foreseen: Foreseen;
  wanted: Wanted[];
}

async function look({ context, session, flags, runs }: Opened): Promise<Looked> {
  const { choose = [], fresh = [], value = [], sandbox } = flags;
  const foreseen = await runs.foresee();
  const wanted = wantedOf(foreseen.goals, await runs.state());
  refuseAnswers(wanted, [
    ...choose.map(([name]) => ["--choose", name] as const),
    ...fresh.map((name) => ["--fresh", name] as const),
    ...value.map(([name]) => ["--value", name] as const),
  ]);
  const values = valuesInUse(wanted, value, context.env);
  const { config } = session.ground.input.file;
  const account = {
    vercelTeam: config["vercel:team"],
    awsRegion: config["aws:region"],
    githubOwner: config["github:owner"],
  };
  const estate = openEstate(context, sandbox, account, (proofs) => runs.prove(proofs));
  const said = { choose: Object.fromEntries(choose), fresh, values };
  const plan = await planAdoption(wanted, { estate, account, said });
  const { adopt, create, anew, undecided, foreign } = plan;
  const counts = `adopt ${adopt.length}, create ${create.length + anew.length}, foreign ${foreign.length}`;
  const open = undecided.length === 0 ? "" : `, ${undecided.length} for a person to decide`;
  return {
    result: undecided.length === 0 ? "done" : "refused",
    said: counts + open,
    ...{ plan, foreseen, wanted },
  };
}

async function heldAgainst(
  { context, flags: { vercelJson } }: Opened,
  wanted: readonly Wanted[],
): Promise<StepOutcome & { twice: readonly SentTwice[] }> {
  if (vercelJson === undefined) return { result: "skipped", said: "no file given", twice: [] };
  const { text, file } = await readGiven(context, vercelJson, "name the app's vercel.json");
  const twice = sentTwice(text, wanted);
  if (!twice) {
    const found = "no JSON of a map";
    throw new UserError([{ where: { file }, found, fix: "name the app's vercel.json" }], 2);
  }
  const said = twice.length === 0 ? "none is sent twice" : `${twice.length} would be sent twice`;
  return { result: twice.length > 0 ? "finding" : "done", said, twice };
}

/** Takes what nobody reads back on trust, then asks the engine what is left to change. */
async function compared({
  runs,
}: Opened): Promise<StepOutcome & { after: NonNullable<Told["after"]> }> {
  const first = await runs.foresee();
  const { trusted } = weigh(stepsOf(first));
  if (first.steps.length > 0) {
    await runs.write(withTrusted(await runs.state(), first.goals, trusted));
  }
  const last = first.steps.length > 0 ? await runs.foresee() : first;
  const { findings } = weigh(stepsOf(last));
  const toMake = last.steps.filter(({ op, custom }) => op === "create" && custom);
  const placed = findings.map(placedIn);
  const said = `${findings.length} differences, ${toMake.length} to be made, ${trusted.length} taken on trust`;
  return {
    result: findings.length > 0 ? "finding" : "done",
    said,
    after: { trusted, findings: placed, toMake: toMake.map(({ urn }) => urn) },
  };
}

/** Steps with what they wait for: of what is yet to be made nobody knows what it will be. */
function stepsOf({ goals, steps }: Foreseen) {
  const made = new Set(steps.flatMap(({ urn, op }) => (op === "create" ? [urn] : [])));
  const sources = new Map(goals.map((goal) => [goal.urn, goal.propertyDependencies ?? {}]));
  return steps.map((step) => ({
    ...step,
    awaited: Object.entries(sources.get(step.urn) ?? {}).flatMap(([input, urns]) =>
      (urns ?? []).some((urn) => made.has(urn)) ? [input] : [],
    ),
  }));
}

/** The nearest component's arg of the same name, where the stack file may say it. */
function placedIn(finding: AdoptionFinding): PlacedFinding {
  const { parentTypes } = parseUrn(finding.urn);
  const token = parentTypes.at(-1);
  const setting = token === undefined ? undefined : stackFilePath(token, finding.property);
  return { ...finding, ...(setting !== undefined && { setting }) };
}

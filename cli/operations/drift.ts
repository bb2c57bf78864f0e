import { blindToDeletion } from "../../catalogue/drift";
import { UserError } from "../../core/errors";
import {
  type Compared,
  type DriftFinding,
  driftFindings,
  goneFinding,
} from "../../operations/drift/findings";
import { sift } from "../../operations/drift/ignored";
import { probeProject } from "../../operations/drift/probe";
import type { Drift } from "../../operations/drift/report";
import { unseenIn } from "../../operations/drift/unseen";
import { reachOver } from "../../operations/reach";
import { type Context, type ExitCode, projectOf } from "../context";
import { comparedCollector } from "../engine/compared";
import { Session } from "../session";
import { judgeFailure } from "../verdict";
import { say } from "../view/say";
import { driftJson, driftText } from "./drift-view";
import { recorded, type StepOutcome } from "./recorder";

const sandboxToken = "sandbox";
const probeTimeoutMs = 15_000;
const managementApi = "https://api.supabase.com";

// Requirement: OPS-06
/**
 * Reads every resource from its provider and compares it with the state; writes neither. Exit code 0 where both agree,
 * 1 where they do not, 2 where a provider or the engine could not be read.
 */
export async function drift(
  context: Context,
  stack: string,
  { sandbox }: { sandbox: boolean },
): Promise<ExitCode> {
  const project = projectOf(context);
  const session = await Session.open(context, stack, sandbox);
  try {
    const found = await recorded(
      { context, project, sandbox, operation: "drift", stack, dryRun: true },
      async (recorder) => {
        const read = await recorder.step("read every resource", () => compared(session));
        const probed = await recorder.step("probe what a refresh misses", () =>
          probes(context, session, read.compared),
        );
        return recorder.step("hold against the ignore list", () =>
          Promise.resolve(sifted(context, session, read.compared, probed)),
        );
      },
    );
    say(context, driftText(found.drift), driftJson(found.drift));
    return found.drift.findings.length > 0 ? 1 : 0;
  } finally {
    await session.close();
  }
}

async function compared(session: Session): Promise<StepOutcome & { compared: Compared[] }> {
  const { stack } = session.ground.input;
  const collector = comparedCollector();
  const run = await session.compare((event) => collector.take(event));
  const failure = judgeFailure(run);
  if (failure) {
    const problems = failure.reasons.map((found) => ({ where: { path: `stack ${stack}` }, found }));
    throw new UserError(problems, 2);
  }
  const all = collector.all();
  if (all.length === 0) {
    const found = "nothing is deployed, so there is nothing to compare";
    const fix = `run npx groundwork up ${stack}`;
    throw new UserError([{ where: { path: `stack ${stack}` }, found, fix }]);
  }
  return { result: "done", said: `${all.length} resources`, compared: all };
}

interface Probes extends StepOutcome {
  gone: Compared[];
  /** Answered by a probe, so no longer unseen. */
  answered: ReadonlySet<string>;
}

/** Asks the vendor itself where the provider notices nothing. */
async function probes(
  { env }: Context,
  { ground }: Session,
  all: readonly Compared[],
): Promise<Probes> {
  const projects = all.filter(({ type, id }) => blindToDeletion.test(type) && id !== undefined);
  const none = { gone: [], answered: new Set<string>() };
  if (projects.length === 0) return { result: "done", said: "nothing to probe", ...none };
  const { sandbox, env: engine } = ground.target;
  const token = sandbox ? sandboxToken : env.SUPABASE_ACCESS_TOKEN;
  if (!token) {
    const said =
      "SUPABASE_ACCESS_TOKEN is not set, so whether Supabase projects are there is not known";
    return { result: "skipped", said, ...none };
  }
  const api = (sandbox ? engine.GROUNDWORK_SUPABASE_ENDPOINT : undefined) ?? managementApi;
  const door = { reach: reachOver({ timeoutMs: probeTimeoutMs }), api, token };
  const answers = await Promise.all(
    projects.map(async (one) => ({ one, probed: await probeProject(door, one.id ?? "") })),
  );
  const untold = answers.flatMap(({ probed }) => ("untold" in probed ? [probed.untold] : []));
  const told = answers.flatMap(({ one, probed }) =>
    "there" in probed ? [{ one, ...probed }] : [],
  );
  const gone = told.flatMap(({ one, there }) => (there ? [] : [one]));
  const there = `${told.length - gone.length} of ${projects.length} Supabase projects are there`;
  return {
    result: untold.length > 0 ? "skipped" : gone.length > 0 ? "finding" : "done",
    said: [there, ...untold].join("; "),
    gone,
    answered: new Set(told.map(({ one }) => one.urn)),
  };
}

function sifted(
  { clock }: Context,
  { ground }: Session,
  all: readonly Compared[],
  { gone, answered }: Probes,
): StepOutcome & { drift: Drift } {
  const { input, project } = ground;
  const { stack, settings } = input;
  const { owner } = settings.stack;
  const found: DriftFinding[] = [
    ...driftFindings(all, owner),
    ...gone.map((one) => goneFinding(one, owner)),
  ];
  const kept = sift(found, settings.drift.ignore, {
    stack: `urn:pulumi:${stack}::${project.name}::pulumi:pulumi:Stack::${project.name}-${stack}`,
    owner,
    known: all.map(({ urn }) => urn),
    now: clock(),
  });
  const unseen = unseenIn(all, answered);
  const { findings, ignored } = kept;
  return {
    result: findings.length > 0 ? "finding" : "done",
    said: `${findings.length} findings, ${ignored.length} ignored`,
    drift: { stack, resources: all.length, ...kept, unseen },
  };
}

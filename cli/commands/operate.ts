import path from "node:path";
import { parseUrn } from "../../core/urn";
import type { RecordedMore } from "../../operations/record";
import type { Context, ExitCode } from "../context";
import { workFolder } from "../folders";
import { recorded, type StepOutcome } from "../operations/recorder";
import { changesOf } from "../reports/changes";
import { type Outcome, Session } from "../session";
import type { StackInput } from "../stack-input";
import { approvalText, outcomeJson, outcomeText } from "../view/outcome";
import { toJson } from "../view/json";

export interface OperateOptions {
  sandbox: boolean;
  /** Against a backend: do not ask before changing anything. */
  yes: boolean;
  /** Folder under which a report of the run is written, whatever it comes to. */
  report?: string;
}

/** Shows what `up` would do, held to the policy pack. Changes nothing; a clean one is approved for the next `up`. */
export function preview(context: Context, stack: string, options: OperateOptions) {
  return inSession(context, stack, options, async (session) => {
    const outcome = await session.run("preview");
    session.keep(outcome);
    return outcome;
  });
}

/**
 * Brings the stack to what the program declares, if a preview of exactly this passed the gate: an earlier one, or one now.
 * However it ends, its record is added to the stack's audit history.
 */
export function up(context: Context, stack: string, options: OperateOptions) {
  const { sandbox } = options;
  return inSession(context, stack, options, (session) => {
    const { project } = session.ground;
    const record = { context, project, sandbox, operation: "up", stack, dryRun: false };
    return recorded(record, async (recorder) => {
      const { outcome } = await recorder.step("update", async () => {
        await session.heal();
        const outcome = await updateThroughGate(context, session, stack, options);
        recorder.keep(keptOf(outcome, session.ground.input));
        return told(outcome);
      });
      return outcome;
    });
  });
}

// Requirement: REL-17
/** What an update changed, for the changelog; of a preview that the gate stopped, nothing was changed. */
function keptOf({ operation, run, digest }: Outcome, { settings }: StackInput): RecordedMore {
  const changes = operation === "up" ? changesOf(run) : [];
  return {
    ...(digest !== undefined && { digest }),
    changes: changes.map(({ urn, operation: how, properties = [], meaning = [] }) => ({
      ...{ name: parseUrn(urn).name, type: parseUrn(urn).type, operation: how, properties },
      meaning: meaning.map(({ what, before, after, direction }) => ({
        ...{ what, before, after, direction },
      })),
    })),
    waivers: settings.policy.waivers.map(({ rule, target, owner, expires }) => ({
      ...{ rule, target, owner, expires },
    })),
  };
}

/** What a run came to, for its record: a gate that says no is no failed deployment. */
function told(outcome: Outcome): StepOutcome & { outcome: Outcome } {
  const { run, verdict } = outcome;
  const counts = Object.entries(run.changes ?? {}).map(([what, count]) => `${count} ${what}`);
  const result = ({ 0: "done", 1: "refused", 2: "failed" } as const)[verdict.exitCode];
  return { result, said: [...counts, ...verdict.reasons].join(", "), outcome };
}

/** An update of a stack that is whole. */
export async function updateThroughGate(
  { terminal }: Context,
  session: Session,
  stack: string,
  { sandbox, yes }: Pick<OperateOptions, "sandbox" | "yes">,
): Promise<Outcome> {
  const earlier = session.earlierApproval();
  if (earlier) {
    await session.admit(earlier);
    terminal.note(approvalText(stack, earlier));
    await session.confirm("update", yes);
    return session.update(earlier);
  }
  const gate = await session.run("preview");
  if (!gate.approved) return gate;
  // Whoever is asked must see what they say yes to.
  if (!sandbox && !yes) terminal.note(outcomeText(stack, gate));
  await session.confirm("update", yes);
  return session.update(gate.approved);
}

/** Reads every resource from its provider into the state. */
export function refresh(context: Context, stack: string, options: OperateOptions) {
  return inSession(context, stack, options, async (session) => {
    await session.heal();
    await session.confirm("refresh", options.yes);
    return session.run("refresh");
  });
}

/** Deletes every resource of the stack. */
export function destroy(context: Context, stack: string, options: OperateOptions) {
  return inSession(context, stack, options, async (session) => {
    await session.heal();
    await session.confirm("destroy", options.yes);
    await session.liftProtection();
    return session.run("destroy");
  });
}

async function inSession(
  context: Context,
  stack: string,
  { sandbox, report }: OperateOptions,
  body: (session: Session) => Promise<Outcome>,
): Promise<ExitCode> {
  const session = await Session.open(context, stack, sandbox);
  try {
    const outcome = await body(session);
    const text =
      context.format === "json" ? toJson(outcomeJson(stack, outcome)) : outcomeText(stack, outcome);
    context.terminal.out(text);
    if (report !== undefined) await writeRun(context, session, outcome, report);
    return outcome.verdict.exitCode;
  } finally {
    await session.close();
  }
}

async function writeRun(context: Context, session: Session, outcome: Outcome, out: string) {
  const [{ operatedReport }, { deliver }] = await Promise.all([
    import("../reports/operated"),
    import("../reports/deliver"),
  ]);
  const { project } = session.ground;
  const report = await operatedReport(context, session.ground, outcome);
  const { folder, files } = await deliver(context, report, { out, root: project.root });
  context.terminal.note(`report: ${folder}: ${files.join(", ")}`);
  if (outcome.approved && isPartOf(project.root, folder)) context.terminal.note(partOfProgram);
}

const partOfProgram = `what lies in the project counts as part of the program, so the next up asks for a new preview; below ${workFolder} it does not`;

/** Whether the gate reads it with the program's files. */
function isPartOf(root: string, folder: string): boolean {
  const [first] = path.relative(root, folder).split(path.sep);
  return first !== ".." && first !== workFolder;
}

import { resultOf } from "../../operations/record";
import { answered } from "../../state/answers";
import { describe, type Left } from "../../state/heal";
import { updateThroughGate } from "../commands/operate";
import type { Context, ExitCode } from "../context";
import { Session } from "../session";
import { outcomeText } from "../view/outcome";
import { say } from "../view/say";
import { exitCodeOf, recorded, type Recorder, type StepOutcome } from "./recorder";

export interface RecoverFlags {
  sandbox: boolean;
  /** Against a backend: do not ask before changing anything. */
  yes: boolean;
  /** Say what was left, and touch nothing. */
  dryRun: boolean;
  /** Go on with what was under way when it was killed. */
  resume: boolean;
  /** `NAME=ID` each. */
  adopt?: readonly (readonly [name: string, id: string])[];
  forget?: readonly string[];
}

/**
 * Settles what a killed run left: its lock, and what it was making; then goes on with the update through the gate. Exit code
 * 1 for a dry run that found something.
 */
export async function recover(
  context: Context,
  stack: string,
  flags: RecoverFlags,
): Promise<ExitCode> {
  const { sandbox, dryRun } = flags;
  const session = await Session.open(context, stack, sandbox);
  const { project } = session.ground;
  const told = { operation: "recover", stack, dryRun, context, project, sandbox };
  try {
    return await recorded(told, async (recorder) => {
      await settle(recorder, { context, session, stack, flags });
      const result = resultOf(recorder.steps);
      const lines = recorder.steps.map(({ name, said }) => `${name}: ${said}`);
      say(context, lines.join("\n"), { stack, dryRun, result, steps: recorder.steps });
      return exitCodeOf(result);
    });
  } finally {
    await session.close();
  }
}

interface Opened {
  context: Context;
  session: Session;
  stack: string;
  flags: RecoverFlags;
}

async function settle(recorder: Recorder, opened: Opened): Promise<void> {
  const { session, flags } = opened;
  const { dryRun, resume, adopt = [], forget = [] } = flags;
  const { somethingLeft, answers } = await recorder.step("look", async () => {
    const left = await session.left();
    const answers = answered({ adopt: Object.fromEntries(adopt), forget }, left.pending);
    const somethingLeft = left.locks.length + left.pending.length > 0;
    const result = dryRun && somethingLeft ? "finding" : "done";
    return { somethingLeft, answers, said: leftText(left), result };
  });
  if (dryRun) return;
  if (somethingLeft) {
    await recorder.step("heal", async () => {
      await session.confirm("recover", flags.yes);
      await session.heal(answers);
      return { result: "done", said: "nothing is half done any more" };
    });
  }
  if (resume) await recorder.step("resume", () => goOn(opened));
}

/** Through the gate like any other update. */
async function goOn({ context, session, stack, flags }: Opened): Promise<StepOutcome> {
  const outcome = await updateThroughGate(context, session, stack, flags);
  context.terminal.note(outcomeText(stack, outcome));
  const result = ({ 0: "done", 1: "refused", 2: "failed" } as const)[outcome.verdict.exitCode];
  return { result, said: resumed[result] };
}

const resumed = {
  done: "up went through, the stack is what the program declares",
  refused: "the rules or the gate refused the update",
  failed: "the update failed; run this again when its cause is gone",
} as const;

/** `a lock: its holder ana@desk (pid 12) since 3 min is gone; half made: vercel Project web`. */
function leftText({ locks, pending }: Left): string {
  const parts = [
    ...locks.map(({ why }) => `a lock: ${why}`),
    ...(pending.length > 0 ? [`half made: ${pending.map(describe).join(", ")}`] : []),
  ];
  return parts.join("; ") || "no killed run left anything";
}

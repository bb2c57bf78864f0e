import { obtainInBackground } from "../../sandbox/engine/background";
import type { Context, ExitCode } from "../context";
import { type Outcome, Session } from "../session";
import { outcomeText } from "../view/outcome";
import { check } from "./check";

const stack = "dev";

const next = `
Next:
  edit Pulumi.dev.yaml, then          npx groundwork preview dev --sandbox
  see what the sandbox cloud holds    npx groundwork sandbox ledger
  take it all down again              npx groundwork destroy dev --sandbox
  on your own accounts                set PULUMI_BACKEND_URL, then npx groundwork preview dev`;

/**
 * The tour of a fresh clone: every stack judged offline, then `dev` previewed, created and previewed again by the
 * real engine on the sandbox. The engine, where it is missing, is obtained while the check runs.
 */
export async function start(context: Context): Promise<ExitCode> {
  const { packageRoot, env, terminal } = context;
  const engine = obtainInBackground(packageRoot, env, (line) => terminal.note(line));
  // Reported when the engine is waited for; until then it must not end the process.
  engine.ready.catch(() => undefined);
  const checked = await check(context, []);
  if (checked !== 0) {
    engine.stop();
    return checked;
  }
  await engine.ready;
  const session = await Session.open(context, stack, true);
  try {
    await session.heal();
    const exitCode = await tour(context, session);
    if (exitCode === 0) context.terminal.note(next);
    return exitCode;
  } finally {
    await session.close();
  }
}

/** The first preview is the gate of the update that follows it. */
async function tour({ terminal }: Context, session: Session): Promise<ExitCode> {
  const tell = (outcome: Outcome) => {
    terminal.out(`\n${outcomeText(stack, outcome)}`);
    return outcome;
  };
  const gate = tell(await session.run("preview"));
  if (!gate.approved) return gate.verdict.exitCode;
  const done = tell(await session.update(gate.approved));
  if (done.verdict.exitCode !== 0) return done.verdict.exitCode;
  return tell(await session.run("preview")).verdict.exitCode;
}

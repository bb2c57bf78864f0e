import type { Context, ExitCode } from "../context";
import { type Outcome, Session } from "../session";
import { outcomeJson, outcomeText } from "../view/outcome";
import { toJson } from "../view/json";

export interface OperateOptions {
  sandbox: boolean;
  /** Against a backend: do not ask before changing anything. */
  yes: boolean;
}

/** Shows what `up` would do, held to the policy pack. Changes nothing. */
export function preview(context: Context, stack: string, options: OperateOptions) {
  return inSession(context, stack, options, (session) => session.run("preview"));
}

/** Brings the stack to what the program declares, if the preview of exactly this passes the gate. */
export function up(context: Context, stack: string, options: OperateOptions) {
  return inSession(context, stack, options, async (session) => {
    await session.heal();
    const gate = await session.run("preview");
    if (gate.verdict.exitCode !== 0) return gate;
    // Whoever is asked must see what they say yes to.
    if (!options.sandbox && !options.yes) context.terminal.note(outcomeText(stack, gate));
    await session.confirm("update", options.yes);
    return session.run("up");
  });
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
  { sandbox }: OperateOptions,
  body: (session: Session) => Promise<Outcome>,
): Promise<ExitCode> {
  const session = await Session.open(context, stack, sandbox);
  try {
    const outcome = await body(session);
    const text =
      context.format === "json" ? toJson(outcomeJson(stack, outcome)) : outcomeText(stack, outcome);
    context.terminal.out(text);
    return outcome.verdict.exitCode;
  } finally {
    await session.close();
  }
}

import { writeFileSync } from "node:fs";
import { withKeeper } from "../../config/edit-keeper";
import { setSecretCommand } from "../../config/secrets";
import { suggest } from "../../config/suggest";
import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { type Outcome, Session } from "../session";
import { readStackInput, type StackInput } from "../stack-input";
import { outcomeJson, outcomeText } from "../view/outcome";
import { toJson } from "../view/json";

export interface RotateOptions {
  sandbox: boolean;
  /** Put the new keeper into the stack file, once the rules let it through. */
  write: boolean;
}

/**
 * Shows which resources another value of a generated secret changes, held to the policy pack. Changes nothing: with
 * `write` the new keeper is put into the stack file, and the next `up` makes the value.
 */
export async function rotate(
  context: Context,
  [stack, secret]: readonly [stack: string, secret: string],
  { sandbox, write }: RotateOptions,
): Promise<ExitCode> {
  const project = projectOf(context);
  const input = readStackInput(project, stack);
  const keeper = newKeeper(keeperOf(input, secret), context.clock());
  const { text, file } = input;
  const rotated = withKeeper({ text, file: file.file, project: project.name, secret }, keeper);
  const session = await Session.open(context, stack, sandbox, rotated);
  try {
    const outcome = await session.run("preview");
    const { exitCode } = outcome.verdict;
    const written = write && exitCode === 0;
    if (written) writeFileSync(file.file, rotated);
    print(context, outcome, { stack, secret, keeper, written });
    return exitCode;
  } finally {
    await session.close();
  }
}

/** The keeper that a secret has now. Refuses what no keeper can change. */
function keeperOf({ stack, file, settings }: StackInput, secret: string): string | undefined {
  const names = Object.keys(settings.secretRegistry);
  const registered = names.includes(secret) ? settings.secretRegistry[secret] : undefined;
  const where = file.placeOf(`groundwork:secretRegistry.${secret}`);
  if (!registered) {
    const meant = suggest(secret, names);
    const allowed = names.length > 0 ? `one of ${names.join(", ")}` : "a registered secret";
    const fix = meant ? `did you mean ${meant}?` : "register it in groundwork:secretRegistry";
    throw new UserError([{ where, found: `no secret named "${secret}"`, allowed, fix }], 2);
  }
  if (registered.source === "generated") return registered.keeper;
  const allowed = "a secret with source: generated";
  throw new UserError([{ where, allowed, ...ofAnother(registered.source, secret, stack) }], 2);
}

/** Who makes another one of a secret that no keeper changes, and how. */
function ofAnother(source: "required" | "declared", secret: string, stack: string) {
  if (source === "declared")
    return {
      found: `${secret} is what a resource of the stack gives out, such as a key at Sentry`,
      fix: "have the engine make that resource anew: pulumi up --target-replace <its URN>",
    };
  return {
    found: `${secret} is required: a person sets it, so Pulumi cannot make another one`,
    fix: `get a new one from who issues it, then run ${setSecretCommand(secret, stack)}`,
  };
}

/** The day, or the very moment where the secret was made today already. */
function newKeeper(current: string | undefined, now: Date): string {
  const moment = now.toISOString();
  const day = moment.slice(0, "YYYY-MM-DD".length);
  return current?.startsWith(day) ? moment : day;
}

interface Rotation {
  stack: string;
  secret: string;
  keeper: string;
  written: boolean;
}

function print(context: Context, outcome: Outcome, rotation: Rotation) {
  const { stack, secret, keeper, written } = rotation;
  if (context.format === "json") {
    const json = { ...outcomeJson(stack, outcome), operation: "rotate", secret, keeper, written };
    context.terminal.out(toJson(json));
    return;
  }
  context.terminal.out(`${outcomeText(stack, outcome)}\n${closing(rotation, outcome)}`);
}

function closing({ stack, secret, keeper, written }: Rotation, { verdict }: Outcome): string {
  const file = `Pulumi.${stack}.yaml`;
  if (written)
    return `${file} now says keeper: "${keeper}" for ${secret}; run npx groundwork up ${stack}`;
  const kept = `${file} is as it was`;
  return verdict.exitCode === 0 ? `${kept}; --write puts keeper: "${keeper}" into it` : kept;
}

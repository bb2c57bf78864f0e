import { writeFileSync } from "node:fs";
import { withKeeper } from "../../config/edit-keeper";
import { setSecretCommand } from "../../config/secrets";
import { suggest } from "../../config/suggest";
import { type Problem, UserError } from "../../core/errors";
import { dueSecrets, nextKeeper } from "../../operations/rotate/due";
import { type Context, type ExitCode, projectOf } from "../context";
import { recorded } from "./recorder";
import { type Outcome, Session } from "../session";
import { readStackInput, type StackInput } from "../stack-input";
import { outcomeJson, outcomeText } from "../view/outcome";
import { say } from "../view/say";

export interface RotateOptions {
  sandbox: boolean;
  /** Put the new keepers into the stack file, once the rules let them through. */
  write: boolean;
  /** What happens without `write` too. */
  dryRun: boolean;
}

// Requirement: OPS-04, SECR-08
/**
 * Shows which resources other values of generated secrets change, held to the policy pack: of those named, else of those
 * that are due. Changes nothing: with `write` the new keepers are put into the stack file, and the next `up` makes the
 * values.
 */
export async function rotate(
  context: Context,
  stack: string,
  named: readonly string[],
  { sandbox, write, dryRun }: RotateOptions,
): Promise<ExitCode> {
  const project = projectOf(context);
  const input = readStackInput(project, stack);
  const now = context.clock();
  const asked = named.length > 0 ? [...new Set(named)] : dueSecrets(registryOf(input), now);
  const keepers = keepersOf(input, asked, now);
  if (asked.length === 0) {
    say(context, `${stack}: no generated secret is due`, { stack, operation: "rotate", keepers });
    return 0;
  }
  const { file } = input;
  const rotated = Object.entries(keepers).reduce(
    (text, [secret, keeper]) =>
      withKeeper({ text, file: file.file, project: project.name, secret }, keeper),
    input.text,
  );
  const writes = write && !dryRun;
  const told = { context, project, operation: "rotate", stack, dryRun: !writes, sandbox };
  const { outcome, written } = await recorded(told, (recorder) =>
    recorder.step(asked.join(", "), async () => {
      const outcome = await previewOf(context, stack, sandbox, rotated);
      const written = writes && outcome.verdict.exitCode === 0;
      if (written) writeFileSync(file.file, rotated);
      const result = results[outcome.verdict.exitCode];
      return { outcome, written, result, said: written ? "new keepers written" : "file kept" };
    }),
  );
  const rotation = { stack, keepers, written };
  say(context, `${outcomeText(stack, outcome)}\n${closing(rotation, outcome)}`, {
    ...outcomeJson(stack, outcome),
    ...{ operation: "rotate", keepers, written },
  });
  return outcome.verdict.exitCode;
}

const results = { 0: "done", 1: "refused", 2: "failed" } as const;

async function previewOf(context: Context, stack: string, sandbox: boolean, text: string) {
  const session = await Session.open(context, stack, sandbox, text);
  try {
    return await session.run("preview");
  } finally {
    await session.close();
  }
}

const registryOf = ({ settings }: StackInput) => settings.secretRegistry;

/** The next keeper of each. Refuses what no keeper can change, all of it at once. */
function keepersOf(
  input: StackInput,
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const problems = secrets.flatMap((secret) => problemsOf(input, secret));
  if (problems.length > 0) throw new UserError(problems, 2);
  const registry = registryOf(input);
  return Object.fromEntries(
    secrets.map((secret) => [secret, nextKeeper(registry[secret]?.keeper, now)]),
  );
}

function problemsOf({ stack, file, settings }: StackInput, secret: string): Problem[] {
  const names = Object.keys(settings.secretRegistry);
  const registered = names.includes(secret) ? settings.secretRegistry[secret] : undefined;
  const where = file.placeOf(`groundwork:secretRegistry.${secret}`);
  if (!registered) {
    const meant = suggest(secret, names);
    const allowed = names.length > 0 ? `one of ${names.join(", ")}` : "a registered secret";
    const fix = meant ? `did you mean ${meant}?` : "register it in groundwork:secretRegistry";
    return [{ where, found: `no secret named "${secret}"`, allowed, fix }];
  }
  if (registered.source === "generated") return [];
  const allowed = "a secret with source: generated";
  return [{ where, allowed, ...ofAnother(registered.source, secret, stack) }];
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

interface Rotation {
  stack: string;
  keepers: Readonly<Record<string, string>>;
  written: boolean;
}

function closing({ stack, keepers, written }: Rotation, { verdict }: Outcome): string {
  const file = `Pulumi.${stack}.yaml`;
  const all = Object.entries(keepers)
    .map(([secret, keeper]) => `keeper: "${keeper}" for ${secret}`)
    .join(", ");
  if (written) return `${file} now says ${all}; run npx groundwork up ${stack}`;
  const kept = `${file} is as it was`;
  return verdict.exitCode === 0 ? `${kept}; --write puts in ${all}` : kept;
}

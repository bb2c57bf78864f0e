import type { Stack } from "@pulumi/pulumi/automation";
import { backendUrl, secretsProvider, type StatePlace } from "../../core/state-addresses";
import { UserError } from "../../core/errors";
import {
  isHalfDone,
  type At,
  folderPlace,
  moveStack,
  openAt,
  placeAt,
  selectAt,
} from "../bootstrap/backend";
import { type BootstrapProgram, writeProgram } from "../bootstrap/program";
import { confirm } from "../confirm";
import { type Context, type ExitCode, bundle, projectOf } from "../context";
import { engineCommand } from "../engine/command";
import { runEngine } from "../engine/run";
import { openSandbox } from "../engine/sandbox-target";
import { openStack } from "../engine/stack";
import type { Project } from "../project";
import { readStackInput, type StackInput } from "../stack-input";
import { judgeFailure } from "../verdict";
import type { Outcome } from "../session";
import { toJson } from "../view/json";
import { outcomeJson, outcomeText } from "../view/outcome";

export interface BootstrapOptions {
  sandbox: boolean;
  /** Do not ask before changing anything. */
  yes: boolean;
}

/** The bootstrap stack, opened where its state is. */
interface Opened {
  stack: Stack;
  label: string;
  /** Where its state moves once the bucket is there. */
  move?: () => Promise<unknown>;
  release: () => Promise<void>;
}

/**
 * Makes, once for all stacks, what must be there before any of them: the state bucket, its key and GitHub's OIDC provider.
 * Shows it first and asks. Run again, it changes nothing that is as the stack file says.
 */
export async function bootstrap(context: Context, options: BootstrapOptions): Promise<ExitCode> {
  const project = projectOf(context);
  const input = ownersInput(project);
  const state = requireState(input);
  const program = writeProgram(context, project, input);
  const opened = options.sandbox
    ? await openOnSandbox(context, project, program, input.stack)
    : await openOnAws(context, program, input);
  try {
    context.terminal.note(`${opened.label} · ${program.project.name} · stack ${input.stack}`);
    const gate = await run("preview", opened, program);
    if (gate.verdict.exitCode !== 0) return print(context, input.stack, gate);
    if (!options.sandbox) {
      if (!options.yes) context.terminal.note(outcomeText(input.stack, gate));
      await confirm({ action: "make this in the AWS account of your credentials", ...options });
    }
    const done = await run("up", opened, program);
    const exitCode = print(context, input.stack, done);
    if (exitCode !== 0) return exitCode;
    await opened.move?.();
    context.terminal.note(next(project, state));
    return 0;
  } finally {
    await opened.release();
  }
}

/** The file of the stack that declares what exists once. */
function ownersInput(project: Project): StackInput {
  const [first] = project.stacks;
  if (first === undefined) {
    const found = "no stack file beside it";
    throw new UserError([{ where: { file: `${project.root}/Pulumi.yaml` }, found }], 2);
  }
  const input = readStackInput(project, first);
  const { owner } = input.settings.shared;
  return owner === first ? input : readStackInput(project, owner);
}

function requireState({ settings, file, stack }: StackInput) {
  if (settings.state) return settings.state;
  const problem = {
    where: { ...file.placeOf("config"), path: "groundwork:state" },
    found: `Pulumi.${stack}.yaml names no bucket for state`,
    allowed: "groundwork:state with bucket and region",
    fix: "add it; a state that is kept elsewhere than on S3 needs no bootstrap",
  };
  throw new UserError([problem]);
}

async function openOnSandbox(
  context: Context,
  project: Project,
  program: BootstrapProgram,
  name: string,
): Promise<Opened> {
  const engine = await engineCommand(context);
  const target = await openSandbox(project, bundle(context, "sandbox"));
  Object.assign(target.env, engine.env);
  const stack = await openStack(program.project, name, target, engine.command);
  return { stack, label: target.label, release: () => target.release() };
}

async function openOnAws(
  context: Context,
  program: BootstrapProgram,
  input: StackInput,
): Promise<Opened> {
  // Left over from somebody's sandbox, it would make all this in a cloud that nobody has.
  delete context.env.PULUMI_DEBUG_PROVIDERS;
  const { command, env } = await engineCommand(context);
  const at: At = { program, command, stack: input.stack };
  const inBucket = placeAt(backendUrl(requireState(input)), env);
  const release = () => Promise.resolve();
  if (!isHalfDone(program, input.stack)) {
    const found = await selectAt(at, inBucket);
    if (found) return { stack: found, label: inBucket.url, release };
  }
  const stack = await openAt(at, folderPlace(program, env));
  const label = "AWS, by your credentials";
  return { stack, label, move: () => moveStack(at, stack, inBucket), release };
}

async function run(
  operation: "preview" | "up",
  { stack, label }: Opened,
  { configFile }: BootstrapProgram,
): Promise<Outcome> {
  const done = await runEngine(operation, stack, {
    configFile,
    policyPacks: [],
    policyPackConfigs: [],
  });
  const verdict = judgeFailure(done) ?? { exitCode: 0, reasons: [] };
  const taken = verdict.reasons.some((reason) => existsElsewhere.test(reason));
  const reasons = taken ? [...verdict.reasons, `${takenAdvice} (${label})`] : verdict.reasons;
  return { operation, run: done, results: [], verdict: { ...verdict, reasons } };
}

/** How AWS refuses what somebody has made already. */
const existsElsewhere =
  /BucketAlready(Exists|OwnedByYou)|EntityAlreadyExists|AlreadyExistsException/;
const takenAdvice =
  "it exists already and is not in bootstrap's state: set access.oidcProvider to existing, name another bucket or alias " +
  "in groundwork:state, or take it in with pulumi import";

function print(context: Context, stack: string, outcome: Outcome): ExitCode {
  const json = context.format === "json";
  context.terminal.out(json ? toJson(outcomeJson(stack, outcome)) : outcomeText(stack, outcome));
  return outcome.verdict.exitCode;
}

function next({ stacks }: Project, state: StatePlace): string {
  const [stack = "dev"] = stacks;
  return `
Next, for each of ${stacks.join(", ")} (docs/guides/state.md):
  keep its state        pulumi stack export --stack ${stack} --file ${stack}.json
  go to the bucket      pulumi login '${backendUrl(state)}'
  a new stack there     pulumi stack init ${stack} --secrets-provider '${secretsProvider(state, stack)}'
  or one that moves     pulumi stack init ${stack} --secrets-provider passphrase
                        pulumi stack import --stack ${stack} --file ${stack}.json
                        pulumi stack change-secrets-provider --stack ${stack} '${secretsProvider(state, stack)}'`;
}

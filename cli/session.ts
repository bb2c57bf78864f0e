import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { profileOf } from "../config/profile";
import { setSecretCommand } from "../config/secrets";
import { sandboxCopy } from "../config/stack-file";
import { UserError } from "../core/errors";
import { earlyConfig } from "../policies/host/early";
import { confirm } from "./confirm";
import { type Context, bundle, packFolder, packName, projectOf } from "./context";
import { engineCommand } from "./engine/command";
import { type FinishedRun, type Operation, runEngine } from "./engine/run";
import { openSandbox } from "./engine/sandbox-target";
import { unprotectAll } from "./engine/protection";
import { openStack, stateFile } from "./engine/stack";
import { openBackend, type Target } from "./engine/target";
import { workFolder } from "./folders";
import { healStack } from "./heal";
import { placeResults } from "./places";
import type { Project } from "./project";
import { readPackResults } from "./results";
import { readStackInput, type StackInput } from "./stack-input";
import { judgeFailure, judgeRun, type Verdict } from "./verdict";
import type { PlacedResult } from "./view/results";

/** One engine operation, what the rules said of it and what it comes to. */
export interface Outcome {
  operation: Operation;
  run: FinishedRun;
  results: PlacedResult[];
  verdict: Verdict;
}

interface Opened {
  project: Project;
  input: StackInput;
  target: Target;
  stack: Stack;
  /** Holds what this command hands to the engine; gone when it ends. */
  folder: string;
  /** The stack file's text is another one than the file holds. */
  edited: boolean;
}

/** A stack, opened for one command: on the sandbox or on the person's backend. */
export class Session {
  private constructor(
    private readonly context: Context,
    private readonly opened: Opened,
  ) {}

  /** A given `text` takes the place of what the stack's file holds; the file itself is not changed. */
  static async open(
    context: Context,
    stackName: string,
    sandbox: boolean,
    text?: string,
  ): Promise<Session> {
    const project = projectOf(context);
    const input = readStackInput(project, stackName, text);
    // What is missing is told before an engine is obtained for it.
    const backend = sandbox ? undefined : openBackend(project, context.env);
    if (backend) refuseMissingSecrets(input);
    const engine = await engineCommand(context);
    const target = backend ?? (await openSandbox(project, bundle(context, "sandbox")));
    try {
      context.terminal.note(`${target.label} · ${project.name} · stack ${stackName}`);
      const folder = runFolder(project, stackName);
      // Every process that the engine starts inherits these: the program, and the pack that writes its results.
      Object.assign(target.env, engine.env);
      target.env.GROUNDWORK_STACK_FILE = input.file.file;
      target.env.GROUNDWORK_RESULTS = path.join(folder, "results.jsonl");
      const stack = await openStack(project, stackName, target, engine.command);
      const edited = text !== undefined;
      return new Session(context, { project, input, target, stack, folder, edited });
    } catch (error) {
      await target.release();
      throw error;
    }
  }

  /** Heals what a killed run left behind; says each thing it does. */
  async heal(): Promise<void> {
    const { project, stack, target, folder } = this.opened;
    await healStack({
      project,
      stack,
      target,
      folder,
      configFile: this.configFile(),
      note: (text) => this.context.terminal.note(text),
    });
  }

  /** Runs one operation; `preview` and `up` are held to the policy pack. */
  async run(operation: Operation): Promise<Outcome> {
    const judged = operation === "preview" || operation === "up";
    const { terminal } = this.context;
    const progress = terminal.progress(`${operation} ${this.opened.input.stack}`);
    rmSync(this.resultsFile, { force: true });
    const run = await runEngine(operation, this.opened.stack, {
      configFile: this.configFile(),
      policyPacks: judged ? [packFolder(this.context)] : [],
      policyPackConfigs: judged ? [this.packConfigFile()] : [],
      onStep: (_step, count) =>
        progress.update(`${operation} ${this.opened.input.stack}: ${count}`),
    });
    const results = readPackResults(this.resultsFile);
    const verdict = judged
      ? judgeRun(run, packName, results)
      : (judgeFailure(run) ?? { exitCode: 0, reasons: [] });
    if (verdict.exitCode === 0) progress.done(`${operation} ${this.opened.input.stack}`);
    else progress.fail(`${operation} ${this.opened.input.stack}`);
    return {
      operation,
      run,
      verdict,
      results: placeResults(results.results, this.opened.input.file),
    };
  }

  /** Asks before a real stack is changed; the sandbox is nobody's production. */
  async confirm(operation: string, yes: boolean): Promise<void> {
    if (this.opened.target.sandbox) return;
    await confirm({
      action: `${operation} stack ${this.opened.input.stack} on ${this.opened.target.label}`,
      yes,
    });
  }

  /** A sandbox must always come down; against a real cloud `protect` refuses, and only a person lifts it. */
  async liftProtection(): Promise<void> {
    if (!this.opened.target.sandbox) return;
    const lifted = await unprotectAll(
      this.opened.stack,
      stateFile(this.opened.project, this.opened.input.stack),
    );
    for (const name of lifted) {
      this.context.terminal.note(`sandbox: lifted the protection of ${name} for this destroy`);
    }
  }

  async close(): Promise<void> {
    rmSync(this.opened.folder, { recursive: true, force: true });
    await this.opened.target.release();
  }

  private get resultsFile(): string {
    return path.join(this.opened.folder, "results.jsonl");
  }

  /** On the sandbox a fresh copy each time: the engine rewrites the file that it is given. */
  private configFile(): string | undefined {
    const { target, edited, project } = this.opened;
    if (!target.sandbox && !edited) return undefined;
    const { text, file, stack } = this.opened.input;
    const copy = path.join(this.opened.folder, `Pulumi.${stack}.yaml`);
    const handed = target.sandbox ? sandboxCopy(text, file.missingSecrets, project.name) : text;
    writeFileSync(copy, handed, { mode: 0o600 });
    return copy;
  }

  private packConfigFile(): string {
    const file = path.join(this.opened.folder, "policy.json");
    writeFileSync(file, JSON.stringify(earlyConfig(profileOf(this.opened.input.settings))));
    return file;
  }
}

/** On the sandbox stand-ins take their place; a real cloud would get an empty text. */
function refuseMissingSecrets({ file, stack }: StackInput) {
  const problems = file.missingSecrets.map((name) => ({
    where: { ...file.placeOf(`groundwork:secrets.${name}`), path: `groundwork:secrets.${name}` },
    found: "a setting refers to this secret, and it is not set",
    fix: `run ${setSecretCommand(name, stack)}`,
  }));
  if (problems.length > 0) throw new UserError(problems);
}

function runFolder(project: Project, stack: string): string {
  const runs = path.join(project.root, workFolder, "runs");
  mkdirSync(runs, { recursive: true });
  return mkdtempSync(path.join(runs, `${stack}-`));
}

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { profileOf } from "../config/profile";
import { setSecretCommand } from "../config/secrets";
import { sandboxCopy } from "../config/stack-file";
import { UserError } from "../core/errors";
import type { RuleResult } from "../core/finding";
import { earlyConfig } from "../policies/host/early";
import { type Approval, approve } from "../gate/approval";
import type { GateInputs } from "../gate/digest";
import { judgeChanges } from "../gate/judge";
import { planDigest, readApproval } from "../gate/read";
import { revokeApproval, writeApproval } from "../gate/write";
import type { Left } from "../state/heal";
import { confirm } from "./confirm";
import { type Context, bundle, projectOf } from "./context";
import { engineCommand } from "./engine/command";
import { type FinishedRun, type Operation, runEngine } from "./engine/run";
import { openSandbox } from "./engine/sandbox-target";
import { silenceLimit } from "./engine/silence";
import { unprotectAll } from "./engine/protection";
import { openStack, stateFile } from "./engine/stack";
import { openBackend } from "./engine/target";
import { sandboxPlace, workFolder } from "./folders";
import { besideSteps } from "./engine/computed-from";
import { type Deployment, type Gated, admit, deployedState, gateInputs } from "./gate";
import { type HealContext, healStack, leftOf, mendState } from "./heal";
import { installedPack, packFolder } from "./pack";
import { placeResults } from "./places";
import type { Project } from "./project";
import { readPackResults } from "./results";
import { readStackInput, type StackInput } from "./stack-input";
import { judgeFailure, judgeRun, type Verdict } from "./verdict";
import type { PlacedResult } from "../core/placed-result";

/** One engine operation, what the rules said of it and what it comes to. */
export interface Outcome {
  operation: Operation;
  run: FinishedRun;
  results: PlacedResult[];
  verdict: Verdict;
  /** Only of a clean preview. */
  approved?: Approved;
  /** Only of an update: the digest of what was approved for it. */
  digest?: string;
}

/** Of what a session is, for whoever reports about it. */
export type SessionGround = Pick<Gated, "project" | "input" | "engineVersion" | "target">;

/** A preview that was clean, and what the engine needs to do exactly what it showed. */
export interface Approved {
  approval: Approval | "unreadable";
  /** Where an earlier command left it; absent for a preview of this one. */
  file?: string;
  plan: string;
  /** Digest of the plan as it lies there. */
  planDigest?: string;
  config?: string;
}

interface Opened extends Gated {
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
      if (sandbox) mendState(context, sandboxPlace(project, stackName));
      const stack = await openStack(project, stackName, target, engine.command);
      const edited = text !== undefined;
      const opened = { context, project, input, target, stack, folder, edited };
      return new Session(context, { ...opened, engineVersion: engine.version });
    } catch (error) {
      await target.release();
      throw error;
    }
  }

  get ground(): SessionGround {
    return this.opened;
  }

  /** For an operation that runs the engine itself. On the sandbox each call makes another copy of the stack file. */
  get engine(): HealContext {
    return this.healContext();
  }

  /** What a killed run left behind, without touching it. */
  left(): Promise<Left> {
    return leftOf(this.healContext());
  }

  /** Heals what a killed run left behind; says each thing it does. `answers` are what a person knows of it. */
  async heal(answers?: HealContext["answers"]): Promise<void> {
    await healStack({ ...this.healContext(), ...(answers && { answers }) });
  }

  /** Runs one operation; `preview` and `up` are held to the policy pack, and a preview to the rules about changes. */
  async run(operation: Operation, approved?: Approved): Promise<Outcome> {
    const judged = operation === "preview" || operation === "up";
    // Before the preview, so that whatever changes while it runs is a change since.
    const deployed = operation === "preview" ? await deployedState(this.opened) : undefined;
    const inputs = deployed && (await gateInputs(this.opened, deployed));
    const { terminal } = this.context;
    const progress = terminal.progress(`${operation} ${this.opened.input.stack}`);
    rmSync(this.resultsFile, { force: true });
    const run = await runEngine(operation, this.opened.stack, {
      configFile: this.configFile(approved?.config),
      plan: operation === "preview" ? this.planFiles.plan : approved?.plan,
      silenceMs: silenceLimit(this.context.env),
      policyPacks: judged ? [packFolder(this.context)] : [],
      policyPackConfigs: judged ? [this.packConfigFile()] : [],
      onStep: (_step, count) =>
        progress.update(`${operation} ${this.opened.input.stack}: ${count}`),
    });
    const pack = readPackResults(this.resultsFile);
    const results = { ...pack, results: [...pack.results, ...this.changeResults(run, deployed)] };
    const verdict = judged
      ? judgeRun(run, installedPack(this.context), results)
      : (judgeFailure(run) ?? { exitCode: 0, reasons: [] });
    if (verdict.exitCode === 0) progress.done(`${operation} ${this.opened.input.stack}`);
    else progress.fail(`${operation} ${this.opened.input.stack}`);
    const outcome = {
      operation,
      run,
      verdict,
      results: placeResults(results.results, { stackFile: this.opened.input.file }),
    };
    const approval = inputs && verdict.exitCode === 0 ? this.approval(inputs, outcome) : undefined;
    return { ...outcome, ...(approval && { approved: approval }) };
  }

  /** What the providers say against the state, as events of the engine; changes neither. */
  async compare(onEvent: (event: EngineEvent) => void): Promise<FinishedRun> {
    const { stack, input } = this.opened;
    const progress = this.context.terminal.progress(`drift ${input.stack}`);
    const run = await runEngine("drift", stack, {
      ...{ configFile: this.configFile(), policyPacks: [], policyPackConfigs: [], onEvent },
      silenceMs: silenceLimit(this.context.env),
      onStep: (_step, count) => progress.update(`drift ${input.stack}: ${count}`),
    });
    if (run.succeeded) progress.done(`drift ${input.stack}`);
    else progress.fail(`drift ${input.stack}`);
    return run;
  }

  /** What an earlier preview left for this stack. */
  earlierApproval(): Approved | undefined {
    const stored = readApproval(this.opened.project.root, this.opened.input.stack);
    if (!stored) return undefined;
    const { approval, plan, files } = stored;
    const config = existsSync(files.config) ? { config: files.config } : {};
    return {
      approval,
      file: files.approval,
      plan: files.plan,
      ...(plan !== undefined && { planDigest: plan }),
      ...config,
    };
  }

  /** Leaves a clean preview for the next `up`; a refused one takes an earlier approval back. */
  keep({ approved }: Outcome): void {
    const { root } = this.opened.project;
    if (!approved || approved.approval === "unreadable") {
      revokeApproval(root, this.opened.input.stack);
      return;
    }
    const { approval, plan, config } = approved;
    writeApproval(root, { approval, plan, ...(config !== undefined && { config }) });
  }

  /** Throws when anything is not as it was approved. */
  async admit({ approval, file, planDigest }: Approved): Promise<void> {
    const { input } = this.opened;
    admit({
      stack: input.stack,
      approval,
      inputs: await gateInputs(this.opened),
      now: this.context.clock(),
      maxHours: input.settings.policy.approvalHours,
      ...(file !== undefined && { file }),
      ...(planDigest !== undefined && { plan: planDigest }),
    });
  }

  /** Runs what was approved, and nothing else. The approval is spent with the first try. */
  async update(approved: Approved): Promise<Outcome> {
    await this.admit(approved);
    const { plan, config } = this.taken(approved);
    revokeApproval(this.opened.project.root, this.opened.input.stack);
    const { approval } = approved;
    const copies = { plan, ...(config !== undefined && { config }) };
    const outcome = await this.run("up", { ...approved, ...copies });
    return approval === "unreadable" ? outcome : { ...outcome, digest: approval.digest };
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

  /** Into this command's folder, out of the way of whoever approves something else meanwhile. */
  private taken({ plan, config }: Approved): { plan: string; config?: string } {
    const own = { plan: path.join(this.opened.folder, "up.plan.json") };
    copyFileSync(plan, own.plan);
    if (config === undefined) return own;
    const copy = path.join(this.opened.folder, "up.config.yaml");
    copyFileSync(config, copy);
    return { ...own, config: copy };
  }

  /** `deployed` is what was there before a preview; after anything else there is nothing to judge. */
  private changeResults({ changed }: FinishedRun, deployed?: Deployment): RuleResult[] {
    if (!deployed) return [];
    const { project, input } = this.opened;
    return judgeChanges({
      steps: changed,
      profile: profileOf(input.settings),
      project: project.name,
      stack: input.stack,
      clock: this.context.clock(),
      beside: besideSteps(deployed.resources ?? [], this.planFiles.plan),
    });
  }

  private approval(inputs: GateInputs, { results }: Outcome): Approved {
    const { plan, config } = this.planFiles;
    // The engine has written its salt into this copy: without it nothing opens the plan's secrets.
    const copy = this.configCopy;
    if (existsSync(copy)) copyFileSync(copy, config);
    const digest = planDigest({ plan, config }) ?? "";
    const { stack } = this.opened.input;
    const at = this.context.clock();
    return {
      approval: approve({ stack, at, inputs, results, plan: digest }),
      plan,
      planDigest: digest,
      ...(existsSync(copy) && { config }),
    };
  }

  private healContext(): HealContext {
    const { project, stack, target, folder } = this.opened;
    const note = (text: string) => this.context.terminal.note(text);
    return { project, stack, target, folder, configFile: this.configFile(), note };
  }

  private get planFiles(): { plan: string; config: string } {
    const { folder } = this.opened;
    return { plan: path.join(folder, "plan.json"), config: path.join(folder, "plan.config.yaml") };
  }

  private get configCopy(): string {
    return path.join(this.opened.folder, `Pulumi.${this.opened.input.stack}.yaml`);
  }

  private get resultsFile(): string {
    return path.join(this.opened.folder, "results.jsonl");
  }

  /** On the sandbox a fresh copy each time: the engine rewrites the file that it is given. */
  private configFile(approved?: string): string | undefined {
    const { target, edited, project } = this.opened;
    if (approved !== undefined) return approved;
    if (!target.sandbox && !edited) return undefined;
    const { text, file } = this.opened.input;
    const copy = this.configCopy;
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

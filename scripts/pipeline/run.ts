import path from "node:path";
import { clearEvidence, digestOf, operationsSince, smokeOf, type Trace } from "./evidence";
import { type Circumstances, holds } from "./expression";
import type { Ending, JobRecord, RunRecord, StepRecord } from "./record";
import type { Shell } from "./shell";
import type { PipelineJob, PipelineStep } from "./workflow";

export interface Surroundings {
  /** Folder of the project. */
  root: string;
  /** Of the workflow, as it is named in the record. */
  workflow: string;
  /** Folder of this run's logs. */
  folder: string;
  shell: Shell;
  /** Who may let a job into the stack's environment; empty where nobody has to. */
  reviewersOf(stack: string): string[];
  /** Asks whoever runs this in their place. */
  approve(stack: string, reviewers: readonly string[]): Promise<boolean>;
  /** A stack that has to be there before the first job. */
  founding: string | undefined;
  say(text: string): void;
  clock(): Date;
}

// Requirement: REPO-05, REPO-21, REL-01, REL-08
/** Runs the jobs one after the other, each only after those that it needs have passed. */
export async function runPipeline(
  jobs: readonly PipelineJob[],
  around: Surroundings,
): Promise<RunRecord> {
  const began = around.clock();
  const founding = around.founding === undefined ? undefined : await found(around.founding, around);
  const done: JobRecord[] = [];
  for (const job of jobs) {
    const ready = job.needs.every((id) => done.find((one) => one.id === id)?.result === "passed");
    const isFounded = founding?.result !== "failed";
    done.push(ready && isFounded ? await runJob(job, around) : passedBy(job));
  }
  return {
    format: 1,
    workflow: around.workflow,
    at: began.toISOString(),
    seconds: secondsSince(began, around),
    result: resultOf(done),
    ...(founding && { founding }),
    jobs: done,
  };
}

function resultOf(jobs: readonly JobRecord[]): RunRecord["result"] {
  const has = (result: Ending) => jobs.some((job) => job.result === result);
  if (has("failed")) return "failed";
  if (has("waiting")) return "waiting";
  return has("skipped") ? "failed" : "passed";
}

/** By hand on a machine, before there is a pipeline: docs/guides/pipeline.md. */
async function found(stack: string, around: Surroundings): Promise<StepRecord> {
  around.say(`${stack} declares what exists once and is not there: it is made first`);
  const run = `npx groundwork up ${stack} --yes`;
  return runStep({ id: "founding", run, env: {} }, `${stack}-founding`, around);
}

/** A job that is not begun; what it would have run is on record. */
function passedBy({ id, stack, environment, steps }: PipelineJob): JobRecord {
  return {
    id,
    ...(stack !== undefined && { stack }),
    ...(environment !== undefined && { environment }),
    result: "skipped",
    smoke: [],
    operations: [],
    steps: steps.map(notRun),
  };
}

async function runJob(job: PipelineJob, around: Surroundings): Promise<JobRecord> {
  const record = passedBy(job);
  around.say(`job ${job.id}`);
  const approval = await approvalOf(job, around);
  const begun = { ...record, ...(approval && { approval }) };
  if (approval?.given === false) return { ...begun, result: "waiting" };
  const since = around.clock();
  const now: Circumstances & { steps: Record<string, { outcome: string }> } = {
    failed: false,
    inputs: job.inputs,
    steps: {},
  };
  const steps: StepRecord[] = [];
  for (const step of job.steps) {
    if (job.stack !== undefined) clearEvidence({ root: around.root, stack: job.stack }, step.id);
    const due = holds(step.if, now);
    const ran = due ? await runStep(step, `${job.id}-${step.id}`, around) : notRun(step);
    now.steps[step.id] = { outcome: outcomes[ran.result] };
    now.failed ||= ran.result === "failed";
    steps.push(ran);
  }
  const evidence =
    job.stack === undefined
      ? {}
      : evidenceOf({ root: around.root, stack: job.stack }, steps, since);
  return { ...begun, ...evidence, steps, result: now.failed ? "failed" : "passed" };
}

/** As GitHub calls them. */
const outcomes = { passed: "success", failed: "failure", skipped: "skipped" } as const;

async function approvalOf({ stack, environment }: PipelineJob, around: Surroundings) {
  if (stack === undefined || environment === undefined) return undefined;
  const reviewers = around.reviewersOf(stack);
  if (reviewers.length === 0) return undefined;
  return { reviewers, given: await around.approve(stack, reviewers) };
}

function evidenceOf(trace: Trace, steps: readonly StepRecord[], since: Date) {
  const approved = digestOf(trace, "preview");
  const done = digestOf(trace, "up");
  const gate = { ...(approved && { approved }), ...(done && { done }) };
  return {
    ...(Object.keys(gate).length > 0 && { gate }),
    smoke: steps.flatMap(({ id, result }) => (result === "skipped" ? [] : smokeOf(trace, id))),
    operations: operationsSince(trace, since),
  };
}

async function runStep(
  { id, run, env }: PipelineStep,
  name: string,
  around: Surroundings,
): Promise<StepRecord> {
  const began = around.clock();
  const log = `${name}.log`;
  const exitCode = await around.shell.run(run, env, path.join(around.folder, log));
  const result = exitCode === 0 ? "passed" : "failed";
  const seconds = secondsSince(began, around);
  around.say(`  ${result} ${id} (${seconds.toFixed(1)} s) ${run.trim()}`);
  return { id, command: run.trim(), result, exitCode, seconds, log };
}

function notRun({ id, run }: PipelineStep): StepRecord {
  return { id, command: run.trim(), result: "skipped" };
}

function secondsSince(began: Date, { clock }: Pick<Surroundings, "clock">): number {
  return Math.max(0, clock().getTime() - began.getTime()) / 1000;
}

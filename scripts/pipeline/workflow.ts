import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { fill } from "./expression";

/** A step of the pipeline: what a workflow gives an id. Steps without one set the runner up. */
export interface PipelineStep {
  id: string;
  run: string;
  if?: string;
  /** Without what GitHub alone knows, such as secrets. */
  env: Record<string, string>;
}

/** A job with everything that its workflow and the one it calls say of it. */
export interface PipelineJob {
  id: string;
  needs: string[];
  /** Name of the stack that it updates, where it updates one. */
  stack?: string;
  environment?: string;
  inputs: Readonly<Record<string, string | boolean>>;
  steps: PipelineStep[];
}

const value = z.union([z.string(), z.boolean(), z.number().transform(String)]);
const variables = z.record(z.string(), value).default({});
const step = z.object({
  id: z.string().optional(),
  run: z.string().optional(),
  if: z.union([z.string(), z.boolean().transform(String)]).optional(),
  env: variables,
});
const job = z.object({
  needs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  uses: z.string().optional(),
  with: variables,
  environment: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]),
  env: variables,
  steps: z.array(step).default([]),
});
const called = z.object({ default: value.optional() });
const workflow = z.object({
  on: z
    .object({
      workflow_call: z.object({ inputs: z.record(z.string(), called).default({}) }).optional(),
    })
    .default({}),
  env: variables,
  jobs: z.record(z.string(), job.partial({ environment: true })),
});

type Workflow = z.infer<typeof workflow>;
type Job = Workflow["jobs"][string];

/**
 * The jobs of a workflow in an order in which each comes after those that it needs; called workflows are put in place.
 * `instead` takes the place of inputs that a call gives: nobody waits as long here as on a runner.
 */
export function readPipeline(
  file: string,
  instead: Readonly<Record<string, string>> = {},
): PipelineJob[] {
  const { jobs, env } = readWorkflow(file);
  const all = Object.entries(jobs).map(([id, one]) =>
    one.uses === undefined
      ? ownJob(id, one, env)
      : calledJob(id, { ...one, with: { ...one.with, ...among(instead, one.with) } }, file),
  );
  return inOrder(all);
}

function among(instead: Readonly<Record<string, string>>, given: Job["with"]) {
  return Object.fromEntries(Object.entries(instead).filter(([name]) => name in given));
}

function readWorkflow(file: string): Workflow {
  return workflow.parse(parse(readFileSync(file, "utf8")));
}

function ownJob(id: string, one: Job, env: Workflow["env"]): PipelineJob {
  return jobOf({ id, needs: one.needs, inputs: {}, job: one, env });
}

/** `$/` and `./` name a workflow of the same repository; others are not on this machine. */
function calledJob(id: string, { uses = "", needs, with: given }: Job, caller: string) {
  const name = /^[$.]\/\.github\/workflows\/([\w.-]+)$/.exec(uses)?.[1];
  if (name === undefined) throw new Error(`${caller}: job ${id} calls ${uses}, which is elsewhere`);
  const { on, jobs, env } = readWorkflow(path.join(path.dirname(caller), name));
  const [[, only] = [], ...others] = Object.entries(jobs);
  if (!only || others.length > 0) throw new Error(`${name}: one job is expected in it`);
  const defaults = Object.entries(on.workflow_call?.inputs ?? {}).map(
    ([input, { default: fallback = "" }]) => [input, fallback],
  );
  const inputs = { ...Object.fromEntries(defaults), ...given } as PipelineJob["inputs"];
  return jobOf({ id, needs, inputs, job: only, env });
}

interface Parts extends Pick<PipelineJob, "id" | "needs" | "inputs"> {
  job: Job;
  env: Workflow["env"];
}

function jobOf({ id, needs, inputs, job: one, env }: Parts): PipelineJob {
  const filled = one.environment === undefined ? undefined : fill(one.environment, inputs);
  const { stack } = inputs;
  return {
    id,
    needs,
    inputs,
    ...(typeof stack === "string" && { stack }),
    ...(filled !== undefined && { environment: filled }),
    steps: one.steps.flatMap((of) => {
      if (of.id === undefined || of.run === undefined) return [];
      const own = { ...env, ...one.env, ...of.env };
      return { id: of.id, run: of.run, ...(of.if && { if: of.if }), env: filledIn(own, inputs) };
    }),
  };
}

function filledIn(env: Workflow["env"], inputs: PipelineJob["inputs"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, text]) => {
      const filled = fill(String(text), inputs);
      return filled === undefined ? [] : [[name, filled]];
    }),
  );
}

function inOrder(jobs: readonly PipelineJob[]): PipelineJob[] {
  const ordered: PipelineJob[] = [];
  while (ordered.length < jobs.length) {
    const placed = new Set(ordered.map(({ id }) => id));
    const next = jobs.find(({ id, needs }) => !placed.has(id) && needs.every((n) => placed.has(n)));
    if (!next) throw new Error("jobs that need each other, or one that is not there, never run");
    ordered.push(next);
  }
  return ordered;
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

export const repository = path.resolve(__dirname, "../../..");
export const workflowFolder = path.join(repository, ".github/workflows");

export interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Job {
  name?: string;
  if?: string;
  uses?: string;
  needs?: string | string[];
  environment?: string;
  permissions?: Record<string, string>;
  concurrency?: { group: string; "cancel-in-progress": boolean };
  "timeout-minutes"?: number;
  strategy?: { matrix: { include?: Record<string, string>[] } & Record<string, unknown> };
  with?: Record<string, string | boolean>;
  env?: Record<string, string>;
  secrets?: Record<string, string>;
  steps?: Step[];
}

export interface Workflow {
  file: string;
  text: string;
  on: Record<string, unknown>;
  permissions: unknown;
  concurrency?: Job["concurrency"];
  jobs: Record<string, Job>;
}

/** Every workflow of the repository by its name, which is that of its file. */
export function readWorkflows(): Record<string, Workflow> {
  const files = readdirSync(workflowFolder).filter((file) => /\.ya?ml$/.test(file));
  const all = files.map((file) => {
    const text = readFileSync(path.join(workflowFolder, file), "utf8");
    return [path.parse(file).name, { ...(parse(text) as Workflow), file, text }] as const;
  });
  return Object.fromEntries(all);
}

/** Every job with what it is called in messages. */
export function jobsOf(workflows: Record<string, Workflow>): [name: string, job: Job][] {
  return Object.entries(workflows).flatMap(([workflow, { jobs }]) =>
    Object.entries(jobs).map(([id, job]): [string, Job] => [`${workflow}/${id}`, job]),
  );
}

export function stepsOf(workflows: Record<string, Workflow>): [name: string, step: Step][] {
  return jobsOf(workflows).flatMap(([name, { steps = [] }]) =>
    steps.map((step, at): [string, Step] => [`${name}/${step.id ?? at}`, step]),
  );
}

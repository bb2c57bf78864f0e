import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Row } from "./collect";

interface Step {
  id?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Workflow {
  jobs: Record<string, { steps?: Step[] }>;
}

/** Environment variables that steps of workflows get from a secret or a variable of GitHub, with the commands that do. */
export function jobRows(folder: string): Row[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yml"));
  return files.sort().flatMap((file) => {
    const { jobs } = parse(readFileSync(path.join(folder, file), "utf8")) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
    return steps.flatMap((step) => stepRows(path.parse(file).name, step));
  });
}

function stepRows(workflow: string, { run = "", env = {} }: Step): Row[] {
  const [, command = "a script of the pipeline"] = /^npx (groundwork [\w-]+)/.exec(run) ?? [];
  return Object.entries(env).flatMap(([name, text]) => {
    const [, kind, source = ""] = /^\$\{\{ (secrets|vars)\.(\w+) \}\}$/.exec(text) ?? [];
    if (kind === undefined) return [];
    const from = `${kind === "vars" ? "variable" : "secret"} ${source}`;
    return [{ name, cells: [from, `${workflow}: ${command}`] }];
  });
}

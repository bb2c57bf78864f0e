import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { UserError } from "../../../core/errors";
import type { ChangedStep } from "../../../operations/adopt/differences";
import type { Proof } from "../../../operations/adopt/model";
import { type Deployment, passphraseSalt } from "../../../state/checkpoint";
import { masked } from "../../../operations/drift/differences";
import {
  type PlannedGoal,
  readGoals,
  type StoredMap,
  withoutSecrets,
} from "../../engine/plan-goals";
import { runPulumi, tryPulumi } from "../../engine/pulumi";
import { runEngine } from "../../engine/run";
import { workFolder } from "../../folders";
import { exportDeployment, type HealContext, importDeployment, putSalt } from "../../heal";
import { judgeFailure } from "../../verdict";
import { type ImportFile, withoutValues } from "./import-file";

/** What a preview tells an import. */
export interface Foreseen {
  goals: PlannedGoal[];
  steps: Omit<ChangedStep, "awaited">[];
}

/** What an import asks of the engine, always with the same copy of the stack file: its salt opens what was written before. */
export interface ImportRuns {
  state(): Promise<Deployment>;
  foresee(): Promise<Foreseen>;
  prove(proofs: readonly Proof[]): Promise<ReadonlyMap<string, boolean>>;
  adopt(file: ImportFile): Promise<void>;
  write(state: Deployment): Promise<void>;
}

export async function importRuns(
  engine: HealContext,
  told: { silenceMs?: number; onStep: (what: string, count: number) => void },
): Promise<ImportRuns> {
  const { configFile, target } = engine;
  const salt = passphraseSalt(await exportDeployment(engine));
  if (target.sandbox && configFile && salt) putSalt(configFile, salt);
  const config = configFile ? ["--config-file", configFile] : [];
  return {
    state: () => exportDeployment(engine),
    foresee: () => foresee(engine, told),
    prove: (proofs) => prove(engine, config, proofs),
    adopt: (file) => adopt(engine, config, file),
    write: (state) => importDeployment(engine, state),
  };
}

async function foresee(
  { stack, folder, configFile }: HealContext,
  { silenceMs, onStep }: Parameters<typeof importRuns>[1],
): Promise<Foreseen> {
  const plan = path.join(folder, "import.plan.json");
  const steps: Foreseen["steps"] = [];
  const run = await runEngine("preview", stack, {
    ...{ configFile, plan, policyPacks: [], policyPackConfigs: [] },
    ...(silenceMs !== undefined && { silenceMs }),
    onStep: (_step, count) => onStep("preview", count),
    onEvent: (event) => steps.push(...changedStep(event)),
  });
  const failure = judgeFailure(run);
  if (failure) {
    const where = { path: `stack ${stack.name}` };
    throw new UserError(
      failure.reasons.map((found) => ({ where, found })),
      2,
    );
  }
  return { goals: readGoals(plan), steps: onceEach(steps) };
}

function changedStep({ resourcePreEvent }: EngineEvent): Foreseen["steps"] {
  const metadata = resourcePreEvent?.metadata;
  if (!metadata || silent.has(metadata.op)) return [];
  const { urn, type, op, old, new: now, diffs, detailedDiff } = metadata;
  const inputsOf = (state: typeof old) =>
    withoutSecrets((state?.inputs ?? {}) as StoredMap, masked);
  const detailed = Object.keys(detailedDiff ?? {});
  return [
    {
      ...{ urn, type, op, custom: (now ?? old)?.custom ?? true },
      ...{ live: inputsOf(old), declared: inputsOf(now) },
      noticed: [...new Set([...(diffs ?? []), ...detailed])],
    },
  ];
}

/** A replacement is told in several steps; one of them holds both sides. */
const silent: ReadonlySet<string> = new Set(["same", "read", "delete-replaced", "delete"]);

function onceEach(steps: Foreseen["steps"]): Foreseen["steps"] {
  const byUrn = new Map<string, Foreseen["steps"][number]>();
  for (const step of steps) {
    const before = byUrn.get(step.urn);
    const told = before && Object.keys(before.live).length > 0 ? before : step;
    byUrn.set(step.urn, { ...told, op: before?.op.includes("replace") ? before.op : step.op });
  }
  return [...byUrn.values()];
}

/**
 * Asks the providers for ids by a preview of the engine's own import: nothing is changed. A missing one may end the run
 * before others are read, so what is missing is left out and the rest asked again.
 */
async function prove(
  { stack, folder, note }: HealContext,
  config: readonly string[],
  proofs: readonly Proof[],
): Promise<ReadonlyMap<string, boolean>> {
  const answers = new Map<string, boolean>();
  let left = proofs.map((proof, index) => ({ ...proof, handle: `asked-${index}` }));
  while (left.length > 0) {
    note(`asking the providers for ${left.length} by their ids`);
    const file = path.join(folder, "proofs.json");
    const resources = left.map(({ wanted, id, handle }) => ({
      ...{ type: wanted.type, name: handle, logicalName: handle, id },
    }));
    writeFileSync(file, JSON.stringify({ resources }), { mode: 0o600 });
    const flags = ["--preview-only", "--protect=false", "--generate-code=false"];
    const { failed, said } = await tryPulumi(stack, [
      "import",
      "--file",
      file,
      ...flags,
      ...config,
    ]);
    if (!failed) left.forEach(({ wanted }) => answers.set(wanted.urn, true));
    const missing = failed ? missingIn(said) : new Set<string>();
    const gone = left.filter(({ handle }) => missing.has(handle));
    gone.forEach(({ wanted }) => answers.set(wanted.urn, false));
    // Neither yes nor no, for some other reason: nobody is told anything of the rest.
    if (!failed || gone.length === 0) break;
    left = left.filter((one) => !gone.includes(one));
  }
  return answers;
}

/** Handles that the engine's diagnostics say do not exist (`pkg/resource/deploy/step.go`, `ImportStep`). */
export function missingIn(said: string): Set<string> {
  const missing = new Set<string>();
  let handle: string | undefined;
  for (const line of said.split("\n")) {
    const header = /^\s+\S+ \((.+)\):\s*$/.exec(line);
    if (header) handle = header[1];
    if (handle?.startsWith("asked-") && /resource '.*' does not exist/.test(line)) {
      missing.add(handle);
    }
  }
  return missing;
}

async function adopt(
  { project, stack, folder }: HealContext,
  config: readonly string[],
  content: ImportFile,
): Promise<void> {
  const kept = path.join(project.root, workFolder, "imports");
  mkdirSync(kept, { recursive: true });
  const shown = JSON.stringify(withoutValues(content), null, 2);
  writeFileSync(path.join(kept, `${stack.name}.json`), `${shown}\n`);
  const file = path.join(folder, "import.json");
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  const flags = ["--yes", "--skip-preview", "--protect=false", "--generate-code=false"];
  await runPulumi(stack, ["import", "--file", file, ...flags, ...config]);
}

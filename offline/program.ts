import { AsyncResource } from "node:async_hooks";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { UserError } from "../core/errors";
import type { DeclaredResource } from "../core/resource";
import { toUserError } from "./failure";
import { finish, type Progress } from "./finish";
import { knownAnswers } from "./functions";
import { guardProcess } from "./guard";
import { createMonitor, type OfflineMonitor } from "./monitor";
import { watchOpenWork } from "./open-work";
import { createPlaces } from "./places";
import { loadSdk, type RunStore, type Sdk } from "./sdk";

export interface ProgramRun {
  project: string;
  stack: string;
  /** As the engine hands it to a program: scalars as text, objects as JSON text. */
  config: Readonly<Record<string, string>>;
  secretKeys: readonly string[];
  /** Folder of Pulumi.yaml: the program's working folder, and what places are relative to. */
  projectDir: string;
  /** Absolute path of the compiled program, a CommonJS module that exports one function; its source map beside it. */
  program: string;
  /** Texts in config that stand for values nobody can know offline (`secure:`): inputs that hold one are unknown. */
  unknownTexts?: readonly string[];
  /** How long the program may keep timers, files or sockets open before it counts as stuck, in ms. Default 60 000. */
  patienceMs?: number;
}

/** The organization that the engine names where state is kept in files or buckets. */
const organization = "organization";
const defaultPatienceMs = 60_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a program for one stack without an engine and returns what it declares, in registration order. Runs take
 * turns in one process; the program's modules are loaded once, everything else is made anew for each run.
 * Throws `UserError` when the program throws anywhere, never finishes, or is not a program.
 */
export function runProgram(run: ProgramRun): Promise<DeclaredResource[]> {
  const turn = last.then(() => runAlone(run));
  last = turn.catch(() => undefined);
  return turn;
}

async function runAlone(run: ProgramRun): Promise<DeclaredResource[]> {
  const { program, projectDir, project, stack, unknownTexts = [] } = run;
  if (!existsSync(program)) throw missing(run);
  const sdk = loadSdk(program, projectDir);
  const places = createPlaces(program, projectDir);
  const answers = knownAnswers(run.config);
  const monitor = createMonitor(sdk, { project, stack, places, unknownTexts, answers });
  const thrown = await collectThrown(sdk, run, monitor);
  if (thrown.size > 0) throw toUserError([...thrown], { stack, places, secrets: secretsOf(run) });
  return monitor.declared();
}

/** One run from its first line to the end of everything it started. Returns what nobody caught. */
async function collectThrown(
  sdk: Sdk,
  run: ProgramRun,
  monitor: OfflineMonitor,
): Promise<Set<unknown>> {
  const thrown = new Set<unknown>();
  const fail = (error: unknown) => void thrown.add(error);
  let store: RunStore | undefined;
  const mine = () => store !== undefined && sdk.state.getLocalStore() === store;
  const restore = guardProcess({ mine, cwd: run.projectDir, fail });
  const allowPlainInvokes = refusePlainInvokes(sdk);
  const work = watchOpenWork(mine);
  try {
    const begun = sdk.state.withLocalStorage(() => {
      store = prepare(sdk, run, monitor);
      return begin(sdk, run, store, fail);
    });
    const progress = { ...begun, hasFailed: () => thrown.size > 0, openWork: () => work.open() };
    const unfinished = await finish(progress, run.patienceMs ?? defaultPatienceMs);
    if (unfinished && thrown.size === 0) fail(new Error(unfinished));
    // Empties the list: the SDK would print it when the process ends.
    progress.leaks();
  } finally {
    work.stop();
    allowPlainInvokes();
    restore();
  }
  return thrown;
}

/** Fills the run's own store, as the SDK's runner does from its command line. */
function prepare(sdk: Sdk, run: ProgramRun, monitor: OfflineMonitor): RunStore {
  const { runtime, state } = sdk;
  const preview = true;
  runtime.setMockOptions(monitor, run.project, run.stack, preview, organization);
  runtime.setAllConfig({ ...run.config }, [...run.secretKeys]);
  const store = state.getLocalStore();
  if (!store) throw new Error("this SDK keeps no store for a run: offline/sdk.ts does not fit it");
  store.settings.options.rootDirectory = run.projectDir;
  store.callbacks = engineOnlyCallbacks;
  return store;
}

/** Hooks run at update only; transforms are called by the engine, so a program that has some cannot run without. */
const engineOnlyCallbacks = {
  registerResourceHook: () => Promise.resolve(),
  registerErrorHook: () => Promise.resolve(),
  registerTransform: refuseTransforms,
  registerStackTransform: refuseTransforms,
  registerStackInvokeTransform: refuseTransforms,
  awaitStackRegistrations: () => Promise.resolve(),
  shutdown: () => undefined,
};

function refuseTransforms(): never {
  throw new Error("resource transforms are called by the engine; use preview for this program");
}

/** A plain function answers values, and nobody can know them here; its output form answers unknown. */
function refusePlainInvokes({ runtime }: Sdk): () => void {
  const { invoke, invokeSingle } = runtime;
  const refuse = (token: string) =>
    Promise.reject(new Error(`${token} is answered by its provider; call its Output form`));
  Object.assign(runtime, { invoke: refuse, invokeSingle: refuse });
  return () => void Object.assign(runtime, { invoke, invokeSingle });
}

function begin(
  sdk: Sdk,
  run: ProgramRun,
  store: RunStore,
  fail: (error: unknown) => void,
): Pick<Progress, "isDone" | "leaks"> {
  let returned = false;
  const program = () => Promise.resolve().then(() => callProgram(run.program));
  sdk.runtime.runInPulumiStack(program).then(() => (returned = true), fail);
  return {
    isDone: () => returned && store.leakCandidates.size === 0,
    leaks: AsyncResource.bind(() => sdk.debuggable.leakedPromises()[1]),
  };
}

function callProgram(program: string): unknown {
  const exported: unknown = createRequire(program)(program);
  if (typeof exported === "function") return (exported as () => unknown)();
  const found = "the program exports no function, so it could run for one stack only";
  const fix = "put it into `export = async () => { … }`";
  throw new UserError([{ where: { file: program }, found, fix }]);
}

function missing({ program, stack }: ProgramRun): UserError {
  const found = `stack ${stack} could not run: the compiled program is missing`;
  return new UserError([{ where: { file: program }, found, fix: "run `npm run build`" }], 2);
}

/** Every text inside the secret keys: what no message may show. */
function secretsOf({ config, secretKeys, unknownTexts = [] }: ProgramRun): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") found.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  for (const key of secretKeys) {
    const text = config[key] ?? "";
    found.push(text);
    try {
      collect(JSON.parse(text));
    } catch {
      // A scalar: the text itself is the secret.
    }
  }
  return found.filter((text) => !unknownTexts.includes(text));
}

import { CommandError, type Stack } from "@pulumi/pulumi/automation";
import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { silenceWatch } from "./silence";
import { withoutPlanEchoes } from "./plan-echoes";
import { createCollector, type Diagnostic, type EngineRun, type Step } from "./events";

/** `drift` is a refresh that only says what it would write. */
export const operations = ["preview", "up", "refresh", "drift", "destroy"] as const;
export type Operation = (typeof operations)[number];

export interface RunOptions {
  /** The config that the engine reads: on the sandbox a copy, since the engine rewrites it. */
  configFile?: string;
  /** Folders of policy packs, and for each a file of settings. Refresh and destroy run no pack. */
  policyPacks: string[];
  policyPackConfigs: string[];
  /** The engine's update plan: a preview writes it there, an update is held to what it holds. */
  plan?: string;
  /** Milliseconds without a word from the engine after which a preview counts as hung and is ended. */
  silenceMs?: number;
  onStep?: (step: Step, count: number) => void;
  /** Every event as it comes, for what no step tells. */
  onEvent?: (event: EngineEvent) => void;
}

/** What the engine did, and whether it says that it succeeded. */
export interface FinishedRun extends EngineRun {
  succeeded: boolean;
  /** The engine's own last words when it failed, for what no event tells. */
  stderr: string;
}

/** Runs one operation of the engine to its end. Never throws for what the engine itself refuses or fails at. */
export async function runEngine(
  operation: Operation,
  stack: Stack,
  options: RunOptions,
): Promise<FinishedRun> {
  const collector = createCollector();
  const steps = collector.run().steps;
  // An update may rightly wait for a provider for long, and ending it would leave things half made.
  const reads = operation === "preview" || operation === "drift";
  const watch = silenceWatch(reads ? options.silenceMs : undefined);
  const shared = {
    color: "never" as const,
    configFile: options.configFile,
    signal: watch.signal,
    onEvent(event: Parameters<typeof collector.take>[0]) {
      watch.heard();
      options.onEvent?.(event);
      const before = steps.length;
      collector.take(event);
      const step = steps[before];
      if (step) options.onStep?.(step, steps.length);
    },
  };
  const packs = {
    policyPacks: options.policyPacks,
    policyPackConfigs: options.policyPackConfigs,
  };
  const run: Record<Operation, () => Promise<unknown>> = {
    preview: () =>
      stack.preview({ ...shared, ...packs, plan: options.plan, suppressOutputs: true }),
    up: () => stack.up({ ...shared, ...packs, plan: options.plan, suppressOutputs: true }),
    drift: () => stack.previewRefresh({ ...shared, suppressOutputs: true }),
    refresh: () => stack.refresh({ ...shared, suppressOutputs: true }),
    destroy: () => stack.destroy({ ...shared, suppressOutputs: true }),
  };
  try {
    await run[operation]();
    return { ...collector.run(), succeeded: true, stderr: "" };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const run = collector.run();
    // The engine itself only says that it was ended.
    const hung = watch.fired() ? [hangs(options.silenceMs)] : [];
    const diagnostics = [...hung, ...withoutPlanEchoes(run.diagnostics)];
    return { ...run, diagnostics, succeeded: false, stderr: engineWords(error) };
  } finally {
    watch.end();
  }
}

function hangs(silenceMs = 0): Diagnostic {
  const seconds = Math.round(silenceMs / 1000);
  const message = `the engine said nothing for ${seconds} seconds: a policy pack, a provider or the program hangs`;
  return { severity: "error", message };
}

/** The Automation API packs the engine's output into its error's message: code, standard output, standard error. */
function engineWords({ message }: CommandError): string {
  return /stderr: ([\s\S]*?)(?:\n err\?:|$)/.exec(message)?.[1]?.trim() ?? message;
}

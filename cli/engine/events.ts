import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import { withoutColours } from "../../core/engine-text";
import type { PreviewStep } from "../../gate/change";
import { previewStep } from "./preview-steps";

/** One thing the engine would do, or did, to one resource. */
export interface Step {
  urn: string;
  type: string;
  /** `same`, `create`, `update`, `delete`, `replace`, `create-replacement`, `delete-replaced`, `read`, `refresh`, `import` … */
  op: string;
  /** Top-level input properties that differ. */
  diffs: string[];
  /** URN of the parent; absent for the stack. */
  parent?: string;
  protect: boolean;
  failed: boolean;
}

export interface Diagnostic {
  urn?: string;
  severity: "warning" | "error";
  message: string;
}

/** A violation as the engine told it: rule, target and level, without the evidence. */
export interface Violation {
  rule: string;
  urn?: string;
  mandatory: boolean;
}

/** Everything one engine run said, in an order of its own: steps as they began, diagnostics as they came. */
export interface EngineRun {
  steps: Step[];
  /** The same steps with what the resources were and would be, for the rules about changes. Secrets are masked. */
  changed: PreviewStep[];
  diagnostics: Diagnostic[];
  violations: Violation[];
  /** Packs that the engine's summary lists: name → version. */
  packs: Record<string, string>;
  /** Packs whose stack-wide judgement came to an end. */
  judgedPacks: string[];
  /** Resources by operation, as the engine counts them; undefined when it never got so far. */
  changes?: Record<string, number>;
}

/** Collects the engine's events; unknown ones are ignored, so that a newer engine does not break us. */
export function createCollector(): { take(event: EngineEvent): void; run(): EngineRun } {
  const run: EngineRun = {
    steps: [],
    changed: [],
    diagnostics: [],
    violations: [],
    packs: {},
    judgedPacks: [],
  };
  const byUrn = new Map<string, Step>();
  return { take: (event) => take(run, byUrn, event), run: () => run };
}

/** Fields that the SDK's type declarations of 3.259 leave out. */
interface UndeclaredEvents {
  policyAnalyzeStackSummaryEvent?: { policyPackName: string };
}

function take(run: EngineRun, byUrn: Map<string, Step>, event: EngineEvent & UndeclaredEvents) {
  if (event.resourcePreEvent) addStep(run, byUrn, event.resourcePreEvent.metadata);
  if (event.resOutputsEvent) settle(byUrn, event.resOutputsEvent.metadata);
  if (event.resOpFailedEvent) markFailed(byUrn, event.resOpFailedEvent.metadata.urn);
  if (event.diagnosticEvent) addDiagnostic(run, event.diagnosticEvent);
  if (event.policyEvent) {
    const { policyName, resourceUrn, enforcementLevel } = event.policyEvent;
    run.violations.push({
      rule: policyName,
      urn: resourceUrn || undefined,
      mandatory: enforcementLevel === "mandatory",
    });
  }
  if (event.policyAnalyzeStackSummaryEvent) {
    run.judgedPacks.push(event.policyAnalyzeStackSummaryEvent.policyPackName);
  }
  if (event.summaryEvent) finish(run, event.summaryEvent);
}

type StepMetadata = NonNullable<EngineEvent["resourcePreEvent"]>["metadata"];

function addStep(run: EngineRun, byUrn: Map<string, Step>, metadata: StepMetadata) {
  const { urn, type, op, diffs } = metadata;
  const state = metadata.new ?? metadata.old;
  const step: Step = {
    urn,
    type,
    op,
    diffs: diffs ?? [],
    parent: state?.parent || undefined,
    protect: Boolean(state?.protect),
    failed: false,
  };
  byUrn.set(urn, step);
  run.steps.push(step);
  run.changed.push(previewStep(metadata));
}

/** A refresh only knows afterwards whether it changed anything. */
function settle(byUrn: Map<string, Step>, { urn, op, diffs }: StepMetadata) {
  const step = byUrn.get(urn);
  if (step?.op !== "refresh") return;
  step.op = op;
  step.diffs = diffs ?? [];
}

function markFailed(byUrn: Map<string, Step>, urn: string) {
  const step = byUrn.get(urn);
  if (step) step.failed = true;
}

function addDiagnostic(run: EngineRun, event: NonNullable<EngineEvent["diagnosticEvent"]>) {
  if (event.severity !== "error" && event.severity !== "warning") return;
  run.diagnostics.push({
    urn: event.urn || undefined,
    severity: event.severity,
    message: withoutColours(event.message),
  });
}

function finish(run: EngineRun, summary: NonNullable<EngineEvent["summaryEvent"]>) {
  // The SDK's types say `policyPacks`; the engine says `PolicyPacks`, each as `name|local|folder`.
  const packs = (summary as { PolicyPacks?: Record<string, string> }).PolicyPacks ?? {};
  run.packs = Object.fromEntries(
    Object.entries(packs).map(([key, version]) => [key.split("|")[0] ?? key, version]),
  );
  run.changes = summary.resourceChanges;
}

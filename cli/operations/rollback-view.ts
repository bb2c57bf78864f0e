import { type Measure, measureText, quickRollback } from "../../operations/rollback/measure";
import { isOurs, type RollbackPlan, stepsOf } from "../../operations/rollback/steps";
import type { SmokeRun } from "../../operations/smoke/junit";
import type { StepOutcome } from "./recorder";
import { runJson, runText } from "./smoke-view";

/** What a rollback came to. */
export interface RolledBack {
  stack: string;
  plan: RollbackPlan;
  /** What was done; left out where it was only planned. */
  did?: string;
  measure?: Measure;
  smoke?: SmokeRun;
}

/** What a plan would do, a line a step. */
export function planText(stack: string, plan: RollbackPlan): string {
  const head = isOurs(plan)
    ? `rollback of ${stack}:`
    : `rollback of ${stack}, for a person to run:`;
  return [head, ...stepsOf(plan).map((step) => `  ${step}`)].join("\n");
}

export function rollbackText({ stack, plan, did, measure, smoke }: RolledBack): string {
  if (did === undefined || !measure) return `${planText(stack, plan)}\nnothing was changed`;
  const slow =
    plan.service === "frontend" && measure.seconds > quickRollback
      ? [`slower than the ${quickRollback} s that a deployment which is still there takes`]
      : [];
  const after =
    plan.service === "orchestrator"
      ? [
          `set groundwork:services.${plan.name}.image too, or the next deploy ships what was taken back`,
        ]
      : [];
  return [
    ...(smoke ? [runText(smoke)] : []),
    `rollback of ${stack}: ${did}; ${measureText(measure)}`,
    ...slow,
    ...after,
  ].join("\n");
}

export function rollbackJson({ stack, plan, did, measure, smoke }: RolledBack): object {
  return {
    ...{ stack, plan, steps: stepsOf(plan), changed: did !== undefined },
    ...(did !== undefined && { did }),
    ...(measure && { measure }),
    ...(smoke && { smoke: runJson(smoke) }),
  };
}

/** How the step of going back is recorded: beyond what is promised is a finding, although it was done. */
export function outcomeOfRollback(did: string, measure: Measure): StepOutcome {
  return { result: measure.held ? "done" : "finding", said: `${did}; ${measureText(measure)}` };
}

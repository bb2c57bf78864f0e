import type { RuleResult } from "../../../core/finding";
import { parseUrn } from "../../../core/urn";
import type { PropertyMap } from "../../../core/value";
import type { PreviewStep, ResourceState } from "../../../gate/change";
import { judgeChanges } from "../../../gate/judge";
import type { ChangeRule } from "../../../gate/rule";
import { profileInputs, today } from "../../policies/support/stack";

export interface StepChange {
  type: string;
  name?: string;
  op?: string;
  before?: PropertyMap;
  after?: PropertyMap;
  protect?: [before: boolean, after: boolean];
  parent?: string;
}

export const urnOf = (type: string, name: string) =>
  `urn:pulumi:prod::groundwork::${type}::${name}`;

/** A step on a resource called `it` of the stack `prod`: an update, or what the ends that are given make of it. */
export function step(change: StepChange): PreviewStep {
  const { type, name = "it", before, after, protect = [false, false], parent } = change;
  const op = change.op ?? (before ? (after ? "update" : "delete") : "create");
  const end = (inputs: PropertyMap, protect: boolean): ResourceState => ({
    inputs,
    protect,
    ...(parent !== undefined && { parent }),
  });
  return {
    urn: urnOf(type, name),
    type,
    op,
    ...(before && { old: end(before, protect[0]) }),
    ...(after && { new: end(after, protect[1]) }),
  };
}

/** What one rule says of these steps in prod; `profile` changes by what the stack is judged. */
export function judge(
  rule: ChangeRule,
  steps: readonly PreviewStep[],
  profile: PropertyMap = {},
): RuleResult[] {
  return judgeChanges({
    steps,
    profile: { ...profileInputs, ...profile },
    project: "groundwork",
    stack: (profile["tier"] as string | undefined) ?? "prod",
    clock: today,
    rules: [rule],
  });
}

/** State, logical name and message, with `waived` where a waiver covers it. */
export function brief(results: readonly RuleResult[]): string[] {
  return results.map(({ state, urn, message, waiver }) =>
    [waiver && "waived", `${state} ${parseUrn(urn).name}: ${message}`].filter(Boolean).join(" "),
  );
}

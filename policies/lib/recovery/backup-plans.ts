import { type PropertyMap, readProperty, UNKNOWN, type Value } from "../../../core/value";
import { listed } from "../lists";
import { textOf } from "../text";
import { longestGapMinutes } from "./cadence";

/** Minutes until a change is in a continuous backup of a bucket. */
const continuousMinutes = 15;

/** A rule of an AWS Backup plan with its place in the list. */
export interface PlanRule {
  index: number;
  inputs: Value;
}

/** The rules of a plan. Rules that are not known count as one. */
export function planRules(inputs: PropertyMap): readonly PlanRule[] {
  return listed(inputs.rules).map((rule, index) => ({ index, inputs: rule }));
}

/**
 * Minutes between two copies by the rule of a plan that copies most often; `continuous` counts what is recorded between
 * copies too. Undefined where a value that decides is not known, infinite where nothing is copied by a schedule.
 */
export function copyMinutes(
  inputs: PropertyMap,
  { continuous }: { continuous: boolean },
): number | undefined {
  const gaps = planRules(inputs).map((rule) => ruleMinutes(rule.inputs, continuous));
  const known = gaps.filter((gap) => gap !== undefined);
  return known.length < gaps.length ? undefined : Math.min(...known, Infinity);
}

function ruleMinutes(rule: Value, continuous: boolean): number | undefined {
  if (rule === UNKNOWN) return undefined;
  const isContinuous = readProperty(rule, ["enableContinuousBackup"]);
  const schedule = readProperty(rule, ["schedule"]);
  if (schedule.state === "unknown" || (continuous && isContinuous.state === "unknown")) {
    return undefined;
  }
  if (continuous && textOf(isContinuous) === "true") return continuousMinutes;
  return longestGapMinutes(textOf(schedule) ?? "") ?? Infinity;
}

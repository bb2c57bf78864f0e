import type { Trusted } from "../../../operations/adopt/differences";
import type { Deployment, StateResource } from "../../../state/checkpoint";
import { holdsUnknown } from "../../../core/value";
import {
  goalInputs,
  type PlannedGoal,
  type StoredMap,
  withoutSecrets,
} from "../../engine/plan-goals";

/**
 * The state, with what no vendor can be asked for as the program declares it: what nobody reads back, and the args of
 * components, which exist nowhere else. Nothing that a provider has read is touched, and nothing is sent to a vendor.
 */
export function withTrusted(
  { version, deployment, ...rest }: Deployment,
  goals: readonly PlannedGoal[],
  trusted: readonly Trusted[],
): Deployment {
  const byUrn = new Map(goals.map((goal) => [goal.urn, goal]));
  const resources = deployment.resources?.map((one) => {
    const goal = byUrn.get(one.urn);
    if (!goal || one.delete) return one;
    const names = trusted.filter(({ urn }) => urn === one.urn).map(({ input }) => input);
    const settled = one.custom ? withInputs(one, goal, names) : withArgs(one, goal);
    return goal.protect ? { ...settled, protect: true } : settled;
  });
  return { ...rest, version, deployment: { ...deployment, ...(resources && { resources }) } };
}

/** Of a component everything, where nothing in it waits for something that is yet to be made. */
function withArgs(one: StateResource, goal: PlannedGoal): StateResource {
  const args = goalInputs(goal, one.inputs);
  return holdsUnknown(withoutSecrets(args)) ? one : { ...one, inputs: { ...args } };
}

function withInputs(one: StateResource, goal: PlannedGoal, names: readonly string[]) {
  if (names.length === 0) return one;
  const declared = goalInputs(goal, one.inputs);
  const taken = Object.fromEntries(names.map((name) => [name, declared[name]]));
  const outputs = one.outputs as StoredMap | undefined;
  return { ...one, inputs: { ...one.inputs, ...taken }, outputs: { ...outputs, ...taken } };
}

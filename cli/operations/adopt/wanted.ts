import type { Wanted } from "../../../operations/adopt/model";
import type { Deployment, StateResource } from "../../../state/checkpoint";
import {
  goalInputs,
  type PlannedGoal,
  type StoredMap,
  withoutSecrets,
} from "../../engine/plan-goals";

/** What a preview says that the stack declares, and what its state holds of it already. */
export function wantedOf(goals: readonly PlannedGoal[], { deployment }: Deployment): Wanted[] {
  const states = new Map(
    (deployment.resources ?? []).filter((one) => !one.delete).map((one) => [one.urn, one]),
  );
  return goals.map((goal): Wanted => {
    const state = states.get(goal.urn);
    const { urn, type, name, custom, provider } = goal;
    return {
      ...{ urn, type, name, custom },
      ...(provider !== undefined && { provider: provider.slice(0, provider.lastIndexOf("::")) }),
      inputs: withoutSecrets(goalInputs(goal, state?.inputs)),
      from: Object.fromEntries(
        Object.entries(goal.propertyDependencies ?? {}).map(([input, urns]) => [input, urns ?? []]),
      ),
      ...(state?.id !== undefined && { known: { id: state.id, properties: propertiesOf(state) } }),
    };
  });
}

function propertiesOf({ inputs, outputs }: StateResource) {
  return withoutSecrets({ ...inputs, ...(outputs as StoredMap | undefined) });
}

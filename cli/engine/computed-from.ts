import { existsSync, readFileSync } from "node:fs";
import type { BesideSteps, ComputedFrom } from "../../gate/change";

/** The part of a resource in a state that tells from what its inputs were computed. */
interface Stored {
  urn?: string;
  type?: string;
  outputs?: object;
  propertyDependencies?: Record<string, string[] | null>;
}

/** The part of the engine's update plan that does. */
interface Plan {
  resourcePlans?: Record<string, { goal?: Stored; state?: object }>;
}

const stackType = "pulumi:pulumi:Stack";

/**
 * What the events of a preview leave out and the rules about changes need: the deployed state has it of the resources that
 * are there, the engine's plan of those to come.
 */
export function besideSteps(deployed: readonly unknown[], planFile: string): BesideSteps {
  const stored = deployed as readonly Stored[];
  const planned = readPlan(planFile).resourcePlans ?? {};
  const before = stored.map((one) => [one.urn ?? "", one] as const);
  const after = Object.entries(planned).map(([urn, { goal = {} }]) => [urn, goal] as const);
  const stack = stored.find(({ type }) => type === stackType);
  return {
    before: computedFrom(before),
    after: computedFrom(after),
    // Outputs of the stack are the last thing that an update writes.
    unfinished:
      stack?.urn !== undefined && isBare(stack.outputs) && !isBare(planned[stack.urn]?.state),
  };
}

function computedFrom(resources: readonly (readonly [string, Stored])[]): ComputedFrom {
  return Object.fromEntries(
    resources.map(([urn, { propertyDependencies }]) => [
      urn,
      Object.fromEntries(
        Object.entries(propertyDependencies ?? {}).map(([input, urns]) => [input, urns ?? []]),
      ),
    ]),
  );
}

const isBare = (outputs: object = {}) => Object.keys(outputs).length === 0;

/** A preview that failed early leaves none, and nothing is approved after it. */
function readPlan(file: string): Plan {
  if (!existsSync(file)) return {};
  const { plan, ...own } = JSON.parse(readFileSync(file, "utf8")) as Plan & { plan?: Plan };
  return plan ?? own;
}

import type { ProductService, ServiceKind } from "../../core/service";

/** Availability promised where the file says nothing, in percent of a month. Nobody asks a worker, so that none can be counted. */
const percents: Readonly<Record<Exclude<ServiceKind, "worker">, number>> = {
  hosting: 99.9,
  container: 99.9,
  database: 99.99,
  "edge-functions": 99.9,
};

/** Deployments of branches: no service of its own, but promised to those who review. */
const previews = { previews: 99.5 };

// Requirement: HOST-13, ENV-16
/** What is promised of each service of the stack. */
export function derivedObjectives(services: readonly ProductService[]): Record<string, number> {
  const promised = services.flatMap(({ name, kind }) =>
    kind === "worker" ? [] : [[name, percents[kind]] as const],
  );
  return { ...Object.fromEntries(promised), ...previews };
}

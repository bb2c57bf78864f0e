import type { DeclaredResource } from "../core/resource";
import { parseUrn } from "../core/urn";
import { run as runRules } from "../policies/run";
import type { Deployment } from "../state/checkpoint";
import { declaredIn } from "../state/declared";
import { describeResults } from "./component-places";
import type { Context } from "./context";
import { readExportedState } from "./exported-state";
import type { PlacedResult } from "../core/placed-result";

/** An exported state and what every rule that needs no preview says of it. */
export interface AuditedState {
  project: string;
  stack: string;
  resources: DeclaredResource[];
  results: PlacedResult[];
  /** In words, where the last update did not come to its end. */
  cutShort?: string;
}

/** Judges an exported state, of a file or of standard input for `-`. */
export async function auditState(
  context: Context,
  file: string,
  input?: AsyncIterable<Buffer | string>,
): Promise<AuditedState> {
  return auditDeployment(context, await readExportedState(context, file, input));
}

/** Judges a state that holds at least one resource. */
export function auditDeployment({ clock }: Context, exported: Deployment): AuditedState {
  const { resources: all, pending_operations: pending } = exported.deployment;
  const resources = declaredIn(exported);
  const { stack, project } = parseUrn(all?.[0]?.urn ?? "");
  const judged = runRules({ resources, stack, clock: clock() });
  const results = describeResults(judged, resources);
  const count = pending?.length ?? 0;
  const cutShort = `${count} operations were cut short: what they made is not judged`;
  return { project, stack, resources, results, ...(count > 0 && { cutShort }) };
}

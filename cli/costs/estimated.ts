import { costedStack } from "../../cost/costed-stack";
import { type CostedStack, estimate } from "../../cost/estimate";
import type { Estimate } from "../../cost/model";
import type { DeclaredResource } from "../../core/resource";
import { type Compiled, declareStack } from "../declare";
import { readStackInput, type StackInput } from "../stack-input";
import { type SettingChange, withChanges } from "./what-if";

/** A stack of the project, its estimate and what it was estimated from. */
export interface EstimatedStack {
  stack: string;
  input: StackInput;
  costed: CostedStack;
  estimate: Estimate;
}

/** Runs the program for the stack, with other settings where some are given, and estimates what it declares. */
export async function estimatedStack(
  compiled: Compiled,
  stack: string,
  changes: readonly SettingChange[] = [],
): Promise<EstimatedStack> {
  const text = changes.length > 0 ? changedText(compiled, stack, changes) : undefined;
  const { input, resources } = await declareStack(compiled, stack, text);
  return { stack, input, ...estimateOf(stack, resources) };
}

export function estimateOf(
  stack: string,
  resources: readonly DeclaredResource[],
): Pick<EstimatedStack, "costed" | "estimate"> {
  const costed = costedStack(stack, resources);
  return { costed, estimate: estimate(costed) };
}

/** The file must be right by itself first: whatever is wrong then comes of the changes. */
function changedText(
  { project }: Compiled,
  stack: string,
  changes: readonly SettingChange[],
): string {
  const { text, file } = readStackInput(project, stack);
  return withChanges({ text, file: file.file, project: project.name }, changes);
}

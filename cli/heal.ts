import type { Stack } from "@pulumi/pulumi/automation";
import type { Project } from "./project";
import type { Target } from "./engine/target";
export interface HealContext {
  project: Project;
  stack: Stack;
  target: Target;
  note(text: string): void;
}
export function healStack(_context: HealContext): Promise<void> {
  return Promise.resolve();
}

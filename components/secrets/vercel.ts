import type * as pulumi from "@pulumi/pulumi";
import * as vercel from "@pulumiverse/vercel";
import { child, type Component, type Transform } from "../component";
import type { SecretSpec } from "./spec";

export type VariableTransform = Transform<vercel.ProjectEnvironmentVariableArgs>;

/** A variable of one name and target exists once, so that a replacement must go before it comes. */
export function sendToVercel(
  parent: Component,
  { name, ...variable }: NonNullable<SecretSpec["vercel"]> & { name: string },
  { projectId, value }: { projectId: pulumi.Input<string>; value: pulumi.Output<string> },
  transform: VariableTransform | undefined,
): void {
  const args: vercel.ProjectEnvironmentVariableArgs = { projectId, value, ...variable };
  new vercel.ProjectEnvironmentVariable(
    ...child(parent, `${name}-vercel`, args, { transform, deleteBeforeReplace: true }),
  );
}

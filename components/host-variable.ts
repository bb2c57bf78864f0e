import type * as pulumi from "@pulumi/pulumi";
import type { VariableTarget } from "../catalogue/vercel";

/** A secret for the variables of a host that is not Vercel. Its value is in no input of a component. */
export interface HostVariable {
  /** The value, secret. */
  value: pulumi.Output<string>;
  /** Environments that see it. */
  targets: readonly VariableTarget[];
}

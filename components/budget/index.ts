import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { BudgetSettings } from "./args";
import { type BudgetTransform, declareOnAws } from "./aws";
import { budgetProblems, budgetSpec } from "./spec";

export * from "./args";

export interface BudgetArgs extends BudgetSettings {
  /** The last word on each child. */
  transform?: {
    /** The AWS budget. */
    budget?: BudgetTransform | undefined;
  };
}

/**
 * What the stack may cost a month: a limit for all vendors, which policies hold it to, and an AWS budget that sends mail
 * when the AWS share of it is being used up. AWS sees its own bill only.
 *
 * @example
 * new Budget("budget", {
 *   name: "velocity-platform-dev",
 *   awsUsd: 20,
 *   monthlyUsd: 50,
 *   owner: "platform-team",
 *   emails: ["platform@velocity-platform.com"],
 * });
 */
export class Budget extends Component {
  /** Name of the AWS budget. */
  readonly budgetName: pulumi.Output<string>;

  constructor(
    name: string,
    { transform, ...args }: BudgetArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, budgetProblems(args));
    super(tokens.budget, name, { ...args }, opts);
    this.budgetName = declareOnAws(this, budgetSpec(args), transform?.budget);
    this.registerOutputs({ budgetName: this.budgetName });
  }
}

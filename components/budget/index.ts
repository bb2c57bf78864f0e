import type * as pulumi from "@pulumi/pulumi";
import { tokens } from "../../core/tokens";
import { Component, refuse } from "../component";
import type { BudgetSettings } from "./args";
import { type BudgetTransforms, declareOnAws, watchAnomalies } from "./aws";
import { stopSpending } from "./aws-action";
import { budgetProblems } from "./problems";
import { actionSpec, anomalySpec, budgetSpec } from "./spec";

export * from "./args";

export interface BudgetArgs extends BudgetSettings {
  /**
   * Whether this stack declares what exists once in the account: the monitor of anomalies.
   * @default false
   */
  owned?: boolean | undefined;
  /**
   * Tags of the budget, and of what watches for anomalies.
   * @default none
   */
  tags?: Record<string, string> | undefined;
  /** The last word on each child. */
  transform?: BudgetTransforms | undefined;
}

/**
 * What the stack may cost a month: a limit for all vendors, which policies hold it to, and an AWS budget that sends mail
 * when the AWS share of it is being used up. AWS sees its own bill only. On request it also reports spending that is
 * unlike the weeks before, and takes the right to make anything new from the roles that deploy.
 *
 * @example
 * new Budget("budget", {
 *   name: "velocity-platform-dev",
 *   awsUsd: 20,
 *   monthlyUsd: 50,
 *   owner: "platform-team",
 *   emails: ["platform@velocity-platform.com"],
 * });
 *
 * @example
 * new Budget("budget", {
 *   name: "velocity-platform-prod",
 *   awsUsd: 120,
 *   monthlyUsd: 600,
 *   owner: "platform-team",
 *   emails: ["platform@velocity-platform.com", "finance@velocity-platform.com"],
 *   thresholds: [80, 100],
 *   shares: { web: 200, orchestrator: 150 },
 *   anomalies: { impactUsd: 20 },
 *   owned: true,
 *   action: { roles: ["velocity-platform-prod-deploy"], threshold: 120 },
 * });
 */
export class Budget extends Component {
  /** Name of the AWS budget. */
  readonly budgetName: pulumi.Output<string>;
  /** US dollars a month by service. */
  readonly shares: Record<string, number>;

  constructor(
    name: string,
    { transform = {}, owned = false, ...args }: BudgetArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    refuse(name, budgetProblems(args));
    super(tokens.budget, name, { ...args, owned }, opts);
    const [anomalies, action] = [owned ? anomalySpec(args) : undefined, actionSpec(args)];
    this.budgetName = declareOnAws(this, budgetSpec(args), transform, args.tags);
    this.shares = args.shares ?? {};
    if (anomalies) watchAnomalies(this, args, anomalies, transform);
    if (action) stopSpending(this, this.budgetName, action, transform);
    this.registerOutputs({ budgetName: this.budgetName, shares: this.shares });
  }
}

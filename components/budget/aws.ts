import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { BudgetSpec } from "./spec";

export type BudgetTransform = Transform<aws.budgets.BudgetArgs>;

/** Declares the AWS budget; answers its name. */
export function declareOnAws(
  parent: Component,
  { name, limitAmount, notifications, emails }: BudgetSpec,
  transform: BudgetTransform | undefined,
): pulumi.Output<string> {
  const args: aws.budgets.BudgetArgs = {
    name,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount,
    limitUnit: "USD",
    notifications: notifications.map((notification) => ({
      ...notification,
      comparisonOperator: "GREATER_THAN",
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: emails,
    })),
  };
  return new aws.budgets.Budget(...child(parent, "", args, { transform })).name;
}

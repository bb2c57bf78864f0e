import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { child, type Component, type Transform } from "../component";
import type { AnomalySpec, BudgetSpec } from "./spec";

type Tags = Record<string, string> | undefined;

/** The last word on each child. */
export interface BudgetTransforms {
  /** The AWS budget. */
  budget?: Transform<aws.budgets.BudgetArgs> | undefined;
  /** The monitor of anomalies. */
  monitor?: Transform<aws.costexplorer.AnomalyMonitorArgs> | undefined;
  /** Who is told of anomalies. */
  subscription?: Transform<aws.costexplorer.AnomalySubscriptionArgs> | undefined;
  /** What happens when the budget is overrun. */
  action?: Transform<aws.budgets.BudgetActionArgs> | undefined;
}

// Requirement: COST-01
/** Declares the AWS budget; answers its name. */
export function declareOnAws(
  parent: Component,
  { name, limitAmount, notifications, emails, costTag }: BudgetSpec,
  { budget }: BudgetTransforms,
  tags: Tags,
): pulumi.Output<string> {
  const args: aws.budgets.BudgetArgs = {
    name,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount,
    limitUnit: "USD",
    ...(tags && { tags }),
    ...(costTag && { costFilters: [{ name: "TagKeyValue", values: [costTag] }] }),
    notifications: notifications.map((notification) => ({
      ...notification,
      comparisonOperator: "GREATER_THAN",
      thresholdType: "PERCENTAGE",
      subscriberEmailAddresses: emails,
    })),
  };
  return new aws.budgets.Budget(...child(parent, "", args, { transform: budget })).name;
}

/** Declares who is told of anomalies, and the account's monitor unless there is one. */
export function watchAnomalies(
  parent: Component,
  { name, tags }: { name: string; tags?: Tags },
  { impactUsd, frequency, monitorArn, emails }: AnomalySpec,
  { monitor, subscription }: BudgetTransforms,
): void {
  const args: aws.costexplorer.AnomalySubscriptionArgs = {
    name: `${name}-anomalies`,
    frequency,
    monitorArnLists: [monitorArn ?? declareMonitor(parent, { name, tags }, monitor)],
    subscribers: emails.map((address) => ({ type: "EMAIL", address })),
    ...(tags && { tags }),
    thresholdExpression: {
      dimension: {
        key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        matchOptions: ["GREATER_THAN_OR_EQUAL"],
        values: [impactUsd],
      },
    },
  };
  const opts = { transform: subscription };
  new aws.costexplorer.AnomalySubscription(...child(parent, "anomalies", args, opts));
}

function declareMonitor(
  parent: Component,
  { name, tags }: { name: string; tags: Tags },
  transform: BudgetTransforms["monitor"],
): pulumi.Output<string> {
  const args: aws.costexplorer.AnomalyMonitorArgs = {
    name: `${name}-services`,
    monitorType: "DIMENSIONAL",
    monitorDimension: "SERVICE",
    ...(tags && { tags }),
  };
  return new aws.costexplorer.AnomalyMonitor(...child(parent, "monitor", args, { transform })).arn;
}

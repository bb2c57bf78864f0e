import { type Properties } from "../../server/harness";

/** The least that each type around money needs. The budget `kept` must exist. */
export const moneyInputs: Record<string, Properties> = {
  "aws:budgets/budgetAction:BudgetAction": {
    budgetName: "kept",
    actionType: "APPLY_IAM_POLICY",
    approvalModel: "MANUAL",
    notificationType: "ACTUAL",
    actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 110 },
    definition: {
      iamActionDefinition: {
        policyArn: "arn:aws:iam::123456789012:policy/stop",
        roles: ["deploy"],
      },
    },
    executionRoleArn: "arn:aws:iam::123456789012:role/budget",
    subscribers: [{ subscriptionType: "EMAIL", address: "a@example.com" }],
  },
  "aws:costexplorer/anomalyMonitor:AnomalyMonitor": {
    name: "services",
    monitorType: "DIMENSIONAL",
    monitorDimension: "SERVICE",
  },
  "aws:costexplorer/anomalySubscription:AnomalySubscription": {
    name: "anomalies",
    frequency: "DAILY",
    monitorArnLists: ["arn:aws:ce::123456789012:anomalymonitor/1"],
    subscribers: [{ type: "EMAIL", address: "a@example.com" }],
  },
  "aws:iam/policy:Policy": { name: "stop", policy: "{}" },
};

export const keptBudget: Properties = {
  name: "kept",
  budgetType: "COST",
  limitAmount: "1",
  limitUnit: "USD",
  timeUnit: "MONTHLY",
};

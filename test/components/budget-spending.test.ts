import { describe, expect, it } from "vitest";
import { Budget, type BudgetArgs } from "../../components/budget";
import { find, listOf, onMocks } from "../support/mocks";

const smallest: BudgetArgs = {
  name: "shop-prod",
  awsUsd: 60,
  monthlyUsd: 400,
  owner: "platform-team",
  emails: ["platform@example.com"],
};

const types = {
  budget: "aws:budgets/budget:Budget",
  action: "aws:budgets/budgetAction:BudgetAction",
  monitor: "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
  subscription: "aws:costexplorer/anomalySubscription:AnomalySubscription",
  policy: "aws:iam/policy:Policy",
  role: "aws:iam/role:Role",
  rolePolicy: "aws:iam/rolePolicy:RolePolicy",
  component: "groundwork:budget:Budget",
};

const policyArn = "arn:aws:iam::111122223333:policy/stop";
const monitorArn = "arn:aws:ce::111122223333:anomalymonitor/1";

const declare = (args: Partial<BudgetArgs> = {}, preview = false) =>
  onMocks(() => new Budget("budget", { ...smallest, ...args }), {
    preview,
    outputs: {
      [types.policy]: { arn: policyArn },
      [types.monitor]: { arn: monitorArn },
      [types.role]: { arn: "arn:aws:iam::111122223333:role/budget", name: "budget" },
    },
  });

describe("a budget of a tag", () => {
  it("counts only what carries it", async () => {
    const { resources } = await declare({ costTag: { key: "stack", value: "shop-prod" } });
    expect(find(resources, types.budget).inputs.costFilters).toEqual([
      { name: "TagKeyValue", values: ["user:stack$shop-prod"] },
    ]);
  });

  it("left out, counts the whole account", async () => {
    const { resources } = await declare();
    expect(find(resources, types.budget).inputs).not.toHaveProperty("costFilters");
  });
});

describe("shares of a budget", () => {
  it("stand in the component's inputs and outputs", async () => {
    const { resources, result } = await declare({ shares: { web: 300, hub: 100 } });
    expect(result.shares).toEqual({ web: 300, hub: 100 });
    expect(find(resources, types.component).inputs.shares).toEqual({ web: 300, hub: 100 });
    expect(find(resources, types.component).outputs?.shares).toEqual({ web: 300, hub: 100 });
  });

  it.each<[Record<string, number>, string]>([
    [{ web: 300, hub: 100.01 }, "budget.shares: 400.01 in all; expected at most monthlyUsd, 400"],
    [{ web: -1 }, "budget.shares.web: -1; expected dollars and whole cents, 0 or more"],
    [{ web: 0.005 }, "budget.shares.web: 0.005; expected dollars and whole cents, 0 or more"],
    [{ web: NaN }, "budget.shares.web: NaN; expected dollars and whole cents, 0 or more"],
  ])("are refused as %o", async (shares, message) => {
    await expect(declare({ shares })).rejects.toMatchObject({ message });
  });
});

// Requirement: COST-01
describe("anomalies", () => {
  it("are watched over the whole account and told by mail, where the stack owns what exists once", async () => {
    const { resources } = await declare({ owned: true, anomalies: { impactUsd: 20 } });
    expect(find(resources, types.monitor).inputs).toEqual({
      name: "shop-prod-services",
      monitorType: "DIMENSIONAL",
      monitorDimension: "SERVICE",
    });
    expect(find(resources, types.subscription).inputs).toEqual({
      name: "shop-prod-anomalies",
      frequency: "DAILY",
      monitorArnLists: [monitorArn],
      subscribers: [{ type: "EMAIL", address: "platform@example.com" }],
      thresholdExpression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: ["20"],
        },
      },
    });
  });

  it("are watched by a monitor that exists, where one is named", async () => {
    const given = "arn:aws:ce::111122223333:anomalymonitor/given";
    const anomalies = { impactUsd: 0.5, frequency: "WEEKLY", monitorArn: given } as const;
    const { resources } = await declare({ owned: true, anomalies });
    expect(listOf(resources)).not.toContain(`${types.monitor} budget-monitor`);
    expect(find(resources, types.subscription).inputs).toMatchObject({
      frequency: "WEEKLY",
      monitorArnLists: [given],
      thresholdExpression: { dimension: { values: ["0.50"] } },
    });
  });

  it("are left to the stack that owns what exists once", async () => {
    const { resources } = await declare({ anomalies: { impactUsd: 20 } });
    expect(listOf(resources)).toEqual([`${types.budget} budget`, `${types.component} budget`]);
  });

  it("are refused without a sum", async () => {
    await expect(declare({ anomalies: { impactUsd: 0 } })).rejects.toMatchObject({
      message: "budget.anomalies.impactUsd: 0; expected dollars and whole cents above 0",
    });
  });
});

describe("the action of an overrun budget", () => {
  const action = { roles: ["shop-prod-deploy"] };

  it("takes from the roles, once it is approved, the right to make anything new", async () => {
    const { resources } = await declare({ action });
    expect(listOf(resources).sort()).toEqual([
      `${types.budget} budget`,
      `${types.action} budget-action`,
      `${types.policy} budget-stop-policy`,
      `${types.role} budget-action-role`,
      `${types.rolePolicy} budget-action-rights`,
      `${types.component} budget`,
    ]);
    expect(find(resources, types.action).inputs).toMatchObject({
      actionType: "APPLY_IAM_POLICY",
      approvalModel: "MANUAL",
      notificationType: "ACTUAL",
      actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: 110 },
      definition: { iamActionDefinition: { policyArn, roles: ["shop-prod-deploy"] } },
      subscribers: [{ subscriptionType: "EMAIL", address: "platform@example.com" }],
    });
    const policy = JSON.parse(String(find(resources, types.policy).inputs.policy)) as {
      Statement: { Effect: string; Action: string[] }[];
    };
    expect(policy.Statement).toHaveLength(1);
    expect(policy.Statement[0]?.Effect).toBe("Deny");
    expect(policy.Statement[0]?.Action.filter((one) => one.includes("*"))).toEqual([]);
    expect(policy.Statement[0]?.Action.some((one) => /:(Delete|Update|Get|List)/.test(one))).toBe(
      false,
    );
  });

  it("is done by AWS Budgets of this account alone, with rights to this policy on these roles", async () => {
    const { resources } = await declare({ action });
    expect(JSON.parse(String(find(resources, types.role).inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "budgets.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
      ],
    });
    expect(JSON.parse(String(find(resources, types.rolePolicy).inputs.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
          Resource: ["arn:aws:iam::111122223333:role/shop-prod-deploy"],
          Condition: { ArnEquals: { "iam:PolicyARN": policyArn } },
        },
      ],
    });
  });

  it("is previewed before the account is known", async () => {
    const { resources } = await declare(
      { action: { ...action, approvalModel: "AUTOMATIC" } },
      true,
    );
    expect(find(resources, types.action).inputs).toMatchObject({ approvalModel: "AUTOMATIC" });
  });

  it("is refused without roles", async () => {
    await expect(declare({ action: { roles: [] } })).rejects.toMatchObject({
      message: "budget.action.roles: 0 roles; expected 1 to 50 roles",
    });
  });

  it("is left to transforms in the end", async () => {
    const { resources } = await declare({
      action,
      transform: {
        action: (args) => {
          args.notificationType = "FORECASTED";
        },
      },
    });
    expect(find(resources, types.action).inputs.notificationType).toBe("FORECASTED");
  });
});

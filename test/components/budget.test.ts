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

const declare = (args: Partial<BudgetArgs> = {}) =>
  onMocks(() => new Budget("budget", { ...smallest, ...args }));

const AwsBudget = "aws:budgets/budget:Budget";
const Component = "groundwork:budget:Budget";

const notification = (notificationType: string, threshold: number) => ({
  notificationType,
  threshold,
  thresholdType: "PERCENTAGE",
  comparisonOperator: "GREATER_THAN",
  subscriberEmailAddresses: ["platform@example.com"],
});

describe("Budget", () => {
  it("declares a monthly cost budget that writes at 50, 80 and 100 percent and when 100 are forecast", async () => {
    const { resources } = await declare();
    expect(listOf(resources)).toEqual([`${AwsBudget} budget`, `${Component} budget`]);
    expect(find(resources, AwsBudget)).toMatchObject({ parent: `${Component} budget` });
    expect(find(resources, AwsBudget).inputs).toEqual({
      name: "shop-prod",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "60",
      limitUnit: "USD",
      notifications: [
        notification("ACTUAL", 50),
        notification("ACTUAL", 80),
        notification("ACTUAL", 100),
        notification("FORECASTED", 100),
      ],
    });
  });

  it.each([
    [0.01, "0.01"],
    [19.9, "19.90"],
    [1234567, "1234567"],
    [0.29, "0.29"],
  ])("writes %d dollars as %s", async (awsUsd, limitAmount) => {
    const { resources } = await declare({ awsUsd });
    expect(find(resources, AwsBudget).inputs.limitAmount).toBe(limitAmount);
  });

  it("writes at the percentages asked for, and always on the forecast", async () => {
    const { resources } = await declare({ thresholds: [90] });
    expect(find(resources, AwsBudget).inputs.notifications).toEqual([
      notification("ACTUAL", 90),
      notification("FORECASTED", 100),
    ]);
  });

  it("repeats its args as inputs and answers the budget's name", async () => {
    const { resources } = await declare();
    expect(find(resources, Component).inputs).toEqual({ ...smallest, owned: false });
    expect(find(resources, Component).outputs).toEqual({ budgetName: "shop-prod", shares: {} });
  });

  it("lets a transform have the last word", async () => {
    const { resources } = await declare({
      transform: {
        budget: (args) => {
          args.costFilters = [{ name: "Region", values: ["ca-central-1"] }];
        },
      },
    });
    expect(find(resources, AwsBudget).inputs.costFilters).toEqual([
      { name: "Region", values: ["ca-central-1"] },
    ]);
    expect(find(resources, Component).inputs).not.toHaveProperty("transform");
  });

  it.each<[Partial<BudgetArgs>, string]>([
    [{ awsUsd: 0 }, "budget.awsUsd: 0; expected dollars and whole cents above 0"],
    [{ awsUsd: -5 }, "budget.awsUsd: -5; expected dollars and whole cents above 0"],
    [{ awsUsd: NaN }, "budget.awsUsd: NaN; expected dollars and whole cents above 0"],
    [{ awsUsd: 1.005 }, "budget.awsUsd: 1.005; expected dollars and whole cents above 0"],
    [{ emails: [] }, "budget.emails: 0 addresses; expected 1 to 10 addresses"],
    [
      { emails: new Array<string>(11).fill("a@example.com") },
      "budget.emails: 11 addresses; expected 1 to 10 addresses",
    ],
    [
      { thresholds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
      "budget.thresholds: 10 percentages; expected at most 9: AWS takes 10 notifications, " +
        "and one is for the forecast",
    ],
  ])("refuses %o", async (args, message) => {
    await expect(declare(args)).rejects.toMatchObject({ message });
  });
});

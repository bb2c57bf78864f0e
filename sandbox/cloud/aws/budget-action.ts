import { allTags, awsAccountId, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

export const budgetAction: CloudResource = {
  type: "aws:budgets/budgetAction:BudgetAction",
  defaults: { accountId: awsAccountId },
  computed: ["actionId", "arn", "status"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  needs: ({ inputs }) => {
    const name = text(inputs["budgetName"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating Budget Action: operation error Budgets: CreateBudgetAction, ${status}, NotFoundException: Unable to get budget: ${name} - the budget doesn't exist.`;
    return [{ type: "aws:budgets/budget:Budget", id: `${awsAccountId}:${name}`, refusal }];
  },
  create: ({ inputs }) => {
    const name = text(inputs["budgetName"], "");
    const actionId = ids.uuid();
    return {
      id: `${awsAccountId}:${actionId}:${name}`,
      outputs: {
        actionId,
        arn: `arn:aws:budgets::${awsAccountId}:budget/${name}/action/${actionId}`,
        status: "STANDBY",
      },
    };
  },
};

import { allTags, awsAccountId, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

/** What a cost budget counts when the program does not say. */
const costTypes = {
  includeCredit: true,
  includeDiscount: true,
  includeOtherSubscription: true,
  includeRecurring: true,
  includeRefund: true,
  includeSubscription: true,
  includeSupport: true,
  includeTax: true,
  includeUpfront: true,
  useAmortized: false,
  useBlended: false,
};

export const budget: CloudResource = {
  type: "aws:budgets/budget:Budget",
  autonamed: true,
  defaults: { accountId: awsAccountId, costTypes, limitUnit: "USD", namePrefix: "" },
  computed: ["arn", "timePeriodStart", "timePeriodEnd"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  claims: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating Budget (${name}): operation error Budgets: CreateBudget, ${status}, DuplicateRecordException: Error creating budget: ${name} - the budget already exists.`;
    return [{ key: `aws:budget:${account_(inputs["accountId"])}:${name}`, refusal }];
  },
  create: ({ inputs }) => {
    const name = text(inputs["name"], "");
    const account = account_(inputs["accountId"]);
    return {
      id: `${account}:${name}`,
      outputs: {
        arn: `arn:aws:budgets::${account}:budget/${name}`,
        timePeriodStart: text(inputs["timePeriodStart"], firstOfThisMonth()),
        timePeriodEnd: text(inputs["timePeriodEnd"], "2087-06-15_00:00"),
      },
    };
  },
};

const account_ = (value: Parameters<typeof text>[0]): string => text(value, awsAccountId);

/** AWS starts a budget with the current month, UTC. */
function firstOfThisMonth(): string {
  return `${new Date().toISOString().slice(0, 7)}-01_00:00`;
}

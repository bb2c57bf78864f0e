import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { usd } from "../../lib/budget/money";
import { type Answer, defineRule, fail, pass } from "../../rule";

export const budgetDeclared = defineRule({
  id: "budget-declared",
  title: "The stack has a monthly limit, an owner of it, and an AWS share within it",
  why: "Spending that nobody limits or owns is noticed on the invoice.",
  fix: "Set monthlyUsd, awsUsd and owner in groundwork:budget, awsUsd at most monthlyUsd.",
  severity: "high",
  topics: ["budget"],
  references: [
    {
      standard: "FinOps Framework",
      clause: "Budgeting",
      url: "https://www.finops.org/framework/capabilities/budgeting/",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { budget } }) => {
    const urn = stack.ofType(tokens.stackProfile)[0]?.urn ?? stack.urn;
    if (!budget) {
      const message = "found no budget, wanted a monthly limit with an owner";
      return fail({ urn, property: "budget", input: "budget", found: null, message });
    }
    return demands(budget).map(({ field, holds, found, wanted }): Answer => {
      const evidence = {
        urn,
        property: `budget.${field}`,
        input: `budget.${field}`,
        found,
        wanted,
      };
      return holds ? pass(evidence) : fail(evidence);
    });
  },
});

type Budget = { monthlyUsd: number; awsUsd: number; owner: string };

function demands({ monthlyUsd, awsUsd, owner }: Budget) {
  const hasOwner = owner.trim() !== "";
  return [
    {
      field: "monthlyUsd",
      holds: monthlyUsd > 0,
      found: usd(monthlyUsd),
      wanted: "more than 0 USD",
    },
    {
      field: "awsUsd",
      holds: awsUsd >= 0 && awsUsd <= monthlyUsd,
      found: usd(awsUsd),
      wanted: `0 USD to ${usd(monthlyUsd)}`,
    },
    {
      field: "owner",
      holds: hasOwner,
      found: hasOwner ? owner : null,
      wanted: "who answers for it",
    },
  ];
}

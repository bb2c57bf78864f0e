import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { packageOf } from "../../../core/urn";
import { readProperty } from "../../../core/value";
import { monthlyCostBudgets } from "../../lib/budget/aws-budgets";
import { amountOf, usd } from "../../lib/budget/money";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import {
  type Answer,
  type Evidence,
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
} from "../../rule";
import type { StackView } from "../../stack-view";

export const awsBudgetMatches = defineRule({
  id: "aws-budget-matches",
  title: "An AWS budget watches exactly the stack's AWS share",
  why: "A limit that exists only in a file stops and warns nobody.",
  fix: "Declare a Budget component, or an aws.budgets.Budget of type COST, MONTHLY, with limitAmount equal to awsUsd.",
  severity: "high",
  topics: ["budget"],
  references: [
    {
      standard: "AWS Well-Architected, Cost Optimization",
      clause: "COST02-BP05",
      url: "https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/cost_govern_usage_controls.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { budget } }) => {
    if (!budget) return notApplicable("the stack declares no budget");
    const share = budget.awsUsd;
    if (share === 0) {
      return spendsOnAws(stack)
        ? withoutShare(stack)
        : notApplicable("the stack spends nothing on AWS");
    }
    const answers = monthlyCostBudgets(stack).map((one) => judgeBudget(one, share));
    const best = ["pass", "unknown", "fail"].flatMap((state) =>
      answers.filter((answer) => answer.state === state),
    );
    return best[0] ?? withoutBudget(stack, share);
  },
});

function judgeBudget({ urn, inputs }: DeclaredResource, share: number): Answer {
  const evidence = { urn, property: "limitAmount", input: "awsUsd", wanted: usd(share) };
  const limit = readProperty(inputs, ["limitAmount"]);
  const unit = readProperty(inputs, ["limitUnit"]);
  if (limit.state === "unknown" || unit.state === "unknown") return unknown(evidence);
  const amount = amountOf(limit);
  const currency = textOf(unit) ?? "USD";
  const found = amount ? `${amount.toString()} ${currency}` : null;
  const holds = currency === "USD" && amount?.eq(share) === true;
  return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

function withoutBudget(stack: StackView, share: number): Answer {
  const message = `found no monthly AWS cost budget, wanted one of ${usd(share)}`;
  return fail({ ...shareOf(stack), found: null, message });
}

function withoutShare(stack: StackView): Answer {
  const wanted = "more than 0 USD for the AWS resources of the stack";
  return fail({ ...shareOf(stack), found: usd(0), wanted });
}

function shareOf(stack: StackView): Evidence {
  const urn = stack.ofType(tokens.stackProfile)[0]?.urn ?? stack.urn;
  return { urn, property: "budget.awsUsd", input: "budget.awsUsd" };
}

/** A budget watches spending and is none. */
function spendsOnAws(stack: StackView): boolean {
  return stack.resources.some(
    ({ custom, type }) => custom && packageOf(type) === "aws" && type !== providerTypes.awsBudget,
  );
}

import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { parseUrn } from "../../../core/urn";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: COST-01
export const spendAnomaliesWatched = defineRule({
  id: "spend-anomalies-watched",
  title: "Spending unlike the weeks before is reported or stopped",
  why: "A budget speaks when most of the month's money is gone; a leaked key or a runaway loop spends it in a night.",
  fix: "Set budget.anomalies in the stack that owns what is shared, or a budget.action that stops spending.",
  severity: "medium",
  topics: ["budget", "alerts"],
  references: [
    {
      standard: "FinOps Framework",
      clause: "Anomaly Management",
      url: "https://www.finops.org/framework/capabilities/anomaly-management/",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { shared, budget } }) => {
    if (parseUrn(stack.urn).stack !== shared.owner) {
      return notApplicable(`the stack ${shared.owner} watches the whole account`);
    }
    if (budget?.awsUsd === 0) return notApplicable("the stack spends nothing on AWS");
    const answers = [
      ...stack.ofType(providerTypes.awsAnomalySubscription).map(judgeSubscribers),
      ...stack.ofType(providerTypes.awsBudgetAction).map(({ urn }) => pass({ urn })),
    ];
    const best = ["pass", "unknown", "fail"].flatMap((state) =>
      answers.filter((answer) => answer.state === state),
    );
    return best[0] ?? unwatched(stack);
  },
});

function judgeSubscribers({ urn, inputs }: DeclaredResource): Answer {
  const evidence = { urn, property: "subscribers", wanted: "somebody who is told" };
  const list = readProperty(inputs, ["subscribers"]);
  if (list.state === "unknown") return unknown(evidence);
  const count = list.state === "known" && Array.isArray(list.value) ? list.value.length : 0;
  return count > 0 ? pass(evidence) : fail({ ...evidence, found: null });
}

function unwatched(stack: StackView): Answer {
  const urn = stack.ofType(tokens.budget)[0]?.urn ?? stack.urn;
  const message = "found neither a report of anomalies nor an action on the budget, wanted one";
  return fail({ urn, property: "anomalies", input: "anomalies", found: null, message });
}

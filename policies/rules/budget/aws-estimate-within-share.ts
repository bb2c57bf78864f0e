import { z } from "zod";
import { packageOf } from "../../../core/urn";
import { estimateOf, largest, limitIn, sumOf } from "../../lib/budget/estimate";
import { judgeSum } from "../../lib/budget/judge-sum";
import { amount, dollars } from "../../lib/budget/money";
import { costControls } from "../../lib/budget/references";
import { linesInWords } from "../../lib/budget/words";
import { defineRule, notApplicable } from "../../rule";

const isAws = (type: string) => packageOf(type) === "aws";

export const awsEstimateWithinShare = defineRule({
  id: "aws-estimate-within-share",
  title: "What the stack is expected to cost on AWS is within its AWS share",
  why: "AWS's own budget watches that share alone: planned above it, its alarm goes off every month until nobody listens.",
  fix: "Leave out or shrink what costs most on AWS, or move awsUsd within monthlyUsd; the AWS budget follows it.",
  severity: "medium",
  topics: ["budget", "estimate"],
  references: [costControls],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { budget } }) => {
    if (!budget) return notApplicable("the stack declares no budget");
    if (!stack.resources.some(({ custom, type }) => custom && isAws(type))) {
      return notApplicable("the stack has nothing on AWS");
    }
    const ours = estimateOf(stack).lines.filter(({ price }) => price.vendor === "aws");
    const share = amount(budget.awsUsd);
    const sum = sumOf(ours).expected;
    return judgeSum(stack, {
      evidence: limitIn(stack, "awsUsd"),
      sum,
      most: share,
      counts: isAws,
      tell: () =>
        `${dollars(sum)} a month is expected on AWS, ${dollars(sum.minus(share))} more than its share of ${dollars(share)}; ` +
        `the largest lines: ${linesInWords(largest(ours, 5))}`,
    });
  },
});

import type { Edit } from "./edit";

export const costEdits: readonly Edit[] = [
  { requirement: "COST-01", at: ["budget", "anomalies"], fails: ["spend-anomalies-watched"] },
  { requirement: "COST-01", at: ["budget", "awsUsd"], to: 900, fails: ["budget-declared"] },
  {
    requirement: "COST-04",
    at: ["database", "instanceSize"],
    to: "4xlarge",
    fails: ["database-size-limited", "estimate-within-budget", "high-estimate-bounded"],
  },
  {
    requirement: "COST-01",
    at: ["database", "instanceSize"],
    to: "large",
    fails: ["estimate-within-budget"],
  },
  {
    requirement: "COST-01",
    at: ["budget", "monthlyUsd"],
    to: 700,
    fails: ["estimate-warns"],
  },
  {
    requirement: "COST-01",
    at: ["budget", "awsUsd"],
    to: 60,
    fails: ["aws-estimate-within-share"],
  },
  {
    requirement: "COST-01",
    at: ["costs", "usage", "hosting", "transferGb", "high"],
    to: 20_000,
    fails: ["high-estimate-bounded"],
  },
  {
    requirement: "COST-04",
    at: ["services", "orchestrator", "scale", "max"],
    to: 40,
    fails: ["service-scale-limited"],
  },
  { requirement: "COST-01", beside: "a budget that nobody hears of", fails: ["budget-notifies"] },
];

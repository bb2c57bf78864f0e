import type { Edit } from "./edit";

export const costEdits: readonly Edit[] = [
  { requirement: "COST-01", at: ["budget", "anomalies"], fails: ["spend-anomalies-watched"] },
  { requirement: "COST-01", at: ["budget", "awsUsd"], to: 900, fails: ["budget-declared"] },
  {
    requirement: "COST-04",
    at: ["database", "instanceSize"],
    to: "4xlarge",
    fails: ["database-size-limited"],
  },
  {
    requirement: "COST-04",
    at: ["services", "orchestrator", "scale", "max"],
    to: 40,
    fails: ["service-scale-limited"],
  },
  { requirement: "COST-01", beside: "a budget that nobody hears of", fails: ["budget-notifies"] },
];

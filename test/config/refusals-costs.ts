import type { Refusal } from "./refusals";

/** What `groundwork:costs` and the limits of the estimate refuse. */
export const costRefusals: readonly Refusal[] = [
  {
    name: "use that falls from low to high",
    edits: { costs: { usage: { storage: { storedGb: { low: 5, expected: 4, high: 9 } } } } },
    path: "costs.usage.storage.storedGb",
    found: "got an object",
    allowed: "low at most expected, and expected at most high",
    fix: "put the three in rising order",
  },
  {
    name: "use below nothing",
    edits: { costs: { usage: { storage: { storedGb: -1 } } } },
    path: "costs.usage.storage.storedGb",
    found: "got -1",
    allowed: "a number from 0",
  },
  {
    name: "use without a scenario",
    edits: { costs: { usage: { storage: { storedGb: { low: 5, high: 9 } } } } },
    path: "costs.usage.storage.storedGb.expected",
    found: "missing",
    allowed: "a number from 0 to 1000000000000000",
    fix: "add it (In the month that is reckoned with)",
  },
  {
    name: "more than all of what is shared",
    edits: { costs: { share: 1.5 } },
    path: "costs.share",
    found: "got 1.5",
    allowed: "a number from 0 to 1",
  },
  {
    name: "a part of a cent as an increase",
    edits: { "budget.largestIncrease": { usd: 0.001 } },
    path: "budget.largestIncrease.usd",
    found: "got 0.001",
    allowed: "dollars and whole cents",
  },
];

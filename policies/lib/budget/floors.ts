import type { Floor } from "../floor";

const smallest = ["nano", "micro"];

/** What each tier may cost by its size: the nearer to users, the more. */
export const budgetFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "budget-warns-ahead": {
    // A fifth is left for the days until somebody has acted.
    maxPercent: { tighter: "lower", tiers: { dev: 80, staging: 80, prod: 80 } },
  },
  "cost-increase-bounded": {
    // What one change may add unseen: about a service more, and never as much again as all the rest together.
    maxUsd: { tighter: "lower", tiers: { dev: 100, staging: 200, prod: 250 } },
    maxPercent: { tighter: "lower", tiers: { dev: 200, staging: 100, prod: 50 } },
  },
  "database-size-limited": {
    allowed: {
      tighter: "fewer",
      tiers: {
        dev: smallest,
        staging: [...smallest, "small", "medium"],
        prod: [...smallest, "small", "medium", "large", "xlarge"],
      },
    },
  },
  "estimate-priced": {
    maxPercent: { tighter: "lower", tiers: { dev: 10, staging: 5, prod: 5 } },
  },
  "estimate-warns": {
    // A fifth is left, as in the AWS budget's own warning.
    maxPercent: { tighter: "lower", tiers: { dev: 80, staging: 80, prod: 80 } },
  },
  "function-size-limited": {
    maxConcurrency: { tighter: "lower", tiers: { dev: 10, staging: 50, prod: 100 } },
    maxMemoryMb: { tighter: "lower", tiers: { dev: 512, staging: 1024, prod: 1024 } },
  },
  "high-estimate-bounded": {
    maxMultiple: { tighter: "lower", tiers: { dev: 3, staging: 2, prod: 1.5 } },
  },
  "prices-fresh": {
    // Half a year: vendors announce new prices about once in it.
    maxDays: { tighter: "lower", tiers: { dev: 180, staging: 180, prod: 180 } },
  },
  "service-scale-limited": {
    // Ten machines are what the orchestrator grows to under full load.
    maxMachines: { tighter: "lower", tiers: { dev: 2, staging: 4, prod: 10 } },
    maxCpus: { tighter: "lower", tiers: { dev: 2, staging: 2, prod: 4 } },
    maxMemoryMb: { tighter: "lower", tiers: { dev: 1024, staging: 1024, prod: 2048 } },
  },
};

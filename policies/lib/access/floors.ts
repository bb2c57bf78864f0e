import type { Floor } from "../floor";

/** What each tier must at least hold to when somebody is let in. */
export const accessFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "role-session-bounded": {
    // The longest update takes less than two hours; who waits for a dev stack may keep its role for a working day.
    maxSeconds: { tighter: "lower", tiers: { dev: 43_200, staging: 14_400, prod: 7200 } },
  },
};

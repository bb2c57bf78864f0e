import { defineMeters } from "./meter";

/** People whom a vendor bills by the head. Counted by the one stack that stands for all. */
export const seatMeters = defineMeters({
  vercel: {
    unit: "seats",
    describe:
      "Owners, members and developers of the team on Vercel; viewers are free. The first one comes with the plan.",
    assumed: { dev: [1, 2, 4], staging: [1, 2, 4], prod: [2, 4, 8] },
  },
  pagerduty: {
    unit: "people",
    describe: "People with an account at PagerDuty, where somebody is called through it.",
    assumed: { dev: [2, 3, 5], staging: [2, 3, 5], prod: [3, 5, 8] },
  },
  github: {
    unit: "seats",
    describe:
      "Members of the organization on GitHub, and outside collaborators of what is private.",
    assumed: { dev: [3, 5, 10], staging: [3, 5, 10], prod: [3, 5, 10] },
  },
});

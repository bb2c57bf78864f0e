import type { DeclaredResource } from "../../../core/resource";
import type { PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { resource } from "./stack";

const tags: PropertyMap = { owner: "platform-team", product: "acme", tier: "prod" };

/** A budget that warns ahead, and a report of what is unlike the days before. */
export const compliantBudget: readonly DeclaredResource[] = [
  resource(providerTypes.awsBudget, "budget", {
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: "60",
    limitUnit: "USD",
    notifications: [
      {
        notificationType: "ACTUAL",
        threshold: 80,
        subscriberEmailAddresses: ["finance@example.com"],
      },
    ],
    tags,
  }),
  resource(providerTypes.awsAnomalySubscription, "anomalies", {
    subscribers: [{ type: "EMAIL", address: "finance@example.com" }],
    tags,
  }),
];

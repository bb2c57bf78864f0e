import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../../../policies/lib/provider-types";
import { headersRoute, profile, resource, root, supabaseProject, vercelProject } from "./stack";

/** A prod stack that every rule of the catalogue is content with. */
export const compliantStack: readonly DeclaredResource[] = [
  root,
  profile(),
  vercelProject,
  headersRoute(),
  resource(
    providerTypes.vercelDomain,
    "web-app.example.com",
    { domain: "app.example.com" },
    { propertyDependencies: { projectId: [vercelProject.urn] } },
  ),
  resource(providerTypes.vercelVariable, "web-API_URL", {
    key: "API_URL",
    value: "https://api.example.com",
  }),
  supabaseProject,
  resource(
    providerTypes.supabaseSettings,
    "db-settings",
    { sslEnforcement: true },
    { propertyDependencies: { projectRef: [supabaseProject.urn] } },
  ),
  resource(providerTypes.awsHealthCheck, "uptime-app", { type: "HTTPS", fqdn: "app.example.com" }),
  resource(providerTypes.awsBudget, "budget", {
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: "60",
    limitUnit: "USD",
    notifications: [{ subscriberEmailAddresses: ["finance@example.com"] }],
  }),
];

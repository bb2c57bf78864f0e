import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { floors } from "../../../policies/floors";
import { providerTypes } from "../../../policies/lib/provider-types";
import { compliantBudget } from "./compliant-budget";
import { compliantData } from "./compliant-data";
import { compliantObservability } from "./compliant-observability";
import { compliantDependencies, compliantReadiness, compliantRecovery } from "./compliant-recovery";
import { headersRoute, profile, resource, root, vercelProject } from "./stack";

const requiredSecrets = (floors["required-secrets-complete"]?.required?.tiers.prod ??
  []) as readonly string[];

/** A prod stack that every rule of the catalogue is content with. */
export const compliantStack: readonly DeclaredResource[] = [
  root,
  profile({ dependencies: compliantDependencies, readiness: compliantReadiness }),
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
  resource(tokens.secrets, "secrets", {
    registry: Object.fromEntries(requiredSecrets.map((name) => [name, { rotationDays: 90 }])),
  }),
  ...compliantData,
  ...compliantObservability,
  ...compliantRecovery,
  ...compliantBudget,
];

import { readinessNames } from "../../../core/readiness";
import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../../../policies/lib/provider-types";
import { recovery } from "./recovery";
import { resource, vercelProject } from "./stack";

/** What the parts of the compliant stack need. */
export const compliantDependencies = {
  web: { database: { fallback: "what the browser keeps" } },
  database: { aws: { fallback: "recovery to a point in time" } },
};

/** What was looked at before the compliant stack went live. */
export const compliantReadiness = Object.fromEntries(
  readinessNames.map((item) => [
    item,
    { by: "platform-team", date: "2026-06-01", evidence: `docs/go-live/${item}.md` },
  ]),
);

/** How the compliant stack comes back from a loss. */
export const compliantRecovery: readonly DeclaredResource[] = [
  recovery({
    objectives: {
      web: { rtoMinutes: 5 },
      database: { rtoMinutes: 15, rpoMinutes: 60 },
      configuration: { rpoMinutes: 1440 },
    },
    stateExport: { bucket: "backups" },
    rollback: { deployment: "dpl_8Jx2", migration: "20261101120000_add_projects" },
  }),
  resource(
    providerTypes.vercelRetention,
    "web-retention",
    { expirationProduction: "1y" },
    { propertyDependencies: { projectId: [vercelProject.urn] } },
  ),
];

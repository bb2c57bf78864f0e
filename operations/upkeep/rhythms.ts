import type { UpkeepStep } from "./ground";
import { capacityStep, maintenanceStep, topTablesStep } from "./steps/database";
import { filesStep } from "./steps/files";
import { certificateStep, healthStep } from "./steps/hosts";
import { performanceStep, securityLogStep } from "./steps/logs";
import { previewsStep } from "./steps/previews";
import { deploymentsStep, drillStep } from "./steps/records";
import { accessStep, dependencyStep } from "./steps/repository";
import { vendorStatusStep } from "./steps/vendors";

// Requirement: OPS-01, OPS-02, OPS-03, OPS-04, COMP-04, COMP-05
/** What is looked after how often, in the order in which it is done. */
export const rhythms = {
  daily: [healthStep, vendorStatusStep, topTablesStep, previewsStep, filesStep, deploymentsStep],
  weekly: [performanceStep, securityLogStep, dependencyStep, maintenanceStep],
  monthly: [dependencyStep, certificateStep, capacityStep, drillStep, accessStep],
} as const satisfies Record<string, readonly UpkeepStep[]>;

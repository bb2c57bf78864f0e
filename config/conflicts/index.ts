import { accessConflicts } from "./access";
import { alertConflicts } from "./alerts";
import { budgetConflicts } from "./budget";
import { cacheConflicts } from "./cache";
import { dependencyConflicts } from "./dependencies";
import { dnsConflicts } from "./dns";
import { errorConflicts } from "./error-tracking";
import { logConflicts } from "./logs";
import { platformConflicts } from "./platform";
import { recoveryConflicts } from "./recovery";
import { repositoryConflicts } from "./repository";
import { secretConflicts } from "./secrets";
import { storageConflicts } from "./storage";
import { uptimeConflicts } from "./uptime";
import { webVitalsConflicts } from "./web-vitals";

/** Whatever sections of a stack file can get wrong between them, in the order in which it is told. */
export const conflicts = [
  accessConflicts,
  repositoryConflicts,
  alertConflicts,
  errorConflicts,
  secretConflicts,
  platformConflicts,
  storageConflicts,
  logConflicts,
  budgetConflicts,
  dnsConflicts,
  uptimeConflicts,
  dependencyConflicts,
  cacheConflicts,
  recoveryConflicts,
  webVitalsConflicts,
] as const;

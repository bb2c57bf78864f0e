import { businessRows } from "./business";
import { capacityRows } from "./capacity";
import { compositeRows } from "./composites";
import { criticalRows } from "./critical";
import { maintenanceRows } from "./maintenance";
import { performanceRows } from "./performance";
import type { AlarmRow, CompositeRow } from "./row";
import { securityRows } from "./security";
import { vitalsRows } from "./vitals";

// Requirement: ALRT-11, ALRT-13, ALRT-22
/** Every kind of alarm, class by class. Numbers are those of the product's requirements unless the row says otherwise. */
export const alarmRows: readonly AlarmRow[] = [
  ...criticalRows,
  ...performanceRows,
  ...vitalsRows,
  ...capacityRows,
  ...businessRows,
  ...securityRows,
  ...maintenanceRows,
];

/** Every kind of alarm that is made of others. */
export const composites: readonly CompositeRow[] = compositeRows;

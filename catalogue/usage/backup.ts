import { defineMeters } from "./meter";

/** AWS Backup. */
export const backupMeters = defineMeters({
  storedGb: {
    unit: "GB kept",
    describe: "What the vaults of AWS Backup hold, averaged over the month.",
    assumed: { dev: [0, 1, 5], staging: [1, 5, 20], prod: [10, 50, 200] },
  },
  restoredGb: {
    unit: "GB a month",
    describe: "What tests of restoring bring back from AWS Backup.",
    assumed: { dev: [0, 1, 5], staging: [1, 5, 20], prod: [10, 50, 200] },
  },
});

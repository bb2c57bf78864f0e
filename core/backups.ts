/** How often copies are made, rarest first. */
export const backupCadences = ["never", "day", "hour"] as const;
export type BackupCadence = (typeof backupCadences)[number];

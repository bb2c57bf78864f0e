import { projectSetting } from "./project-setting";

export const backupSchedule = projectSetting({
  type: "supabase-admin:index/backupSchedule:BackupSchedule",
  description: "When the daily backup of the project runs.",
  path: "/database/backups/schedule",
  fields: {
    scheduleFor: {
      type: "string",
      description: "Time of day in UTC, `HH:MM:SS`.",
      required: true,
      pattern: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
    },
  },
  apiNames: { scheduleFor: "schedule_for" },
});

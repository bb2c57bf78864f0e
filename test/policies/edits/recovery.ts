import type { Edit } from "./edit";

const objectives = ["recovery", "objectives"];

export const recoveryEdits: readonly Edit[] = [
  {
    requirement: "DR-02",
    at: [...objectives, "web", "rtoMinutes"],
    to: 30,
    fails: ["recovery-time-bounded"],
  },
  { requirement: "DR-02", at: [...objectives, "orchestrator"], fails: ["objectives-declared"] },
  {
    requirement: "DR-03",
    at: [...objectives, "database", "rpoMinutes"],
    to: 240,
    fails: ["recovery-point-bounded"],
  },
  {
    requirement: "DR-01",
    at: ["recovery", "backups", "every"],
    to: "day",
    fails: ["backup-interval-bounded"],
  },
  {
    requirement: "DR-01",
    at: ["recovery", "backups", "lock"],
    to: false,
    fails: ["backup-vault-locked"],
  },
  { requirement: "DR-08", at: ["recovery", "restoreTests"], fails: ["restore-test-scheduled"] },
  { requirement: "DR-09", at: ["recovery", "stateExport"], fails: ["state-export-scheduled"] },
  { requirement: "DR-10", at: ["recovery", "rollback"], fails: ["rollback-target-named"] },
  {
    requirement: "DR-11",
    at: ["hosting", "deploymentRetention", "expirationProduction"],
    to: "1m",
    fails: ["production-deployments-kept"],
  },
  {
    requirement: "HOST-12",
    at: ["dependencies", "previews"],
    to: {},
    fails: ["fallbacks-declared"],
  },
  {
    requirement: "DR-13",
    at: ["hosting", "buildCommand"],
    to: "supabase db reset --linked && npm run build",
    fails: ["database-reset-barred"],
  },
  { requirement: "REL-16", at: ["readiness", "dns"], fails: ["readiness-recorded"] },
  {
    requirement: "REL-16",
    at: ["readiness", "cdn", "by"],
    to: "somebody",
    fails: ["readiness-recorded"],
  },
  {
    requirement: "REL-16",
    at: ["readiness", "thirdParties", "date"],
    to: "2026-07-01",
    fails: ["readiness-recorded"],
  },
  {
    requirement: "REL-16",
    at: ["readiness", "onCall", "date"],
    to: "2025-01-01",
    fails: ["readiness-fresh"],
  },
  { requirement: "UPT-05", at: ["dns", "failover"], fails: ["failover-pair-complete"] },
];

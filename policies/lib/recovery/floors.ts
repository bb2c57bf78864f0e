import { readinessNames } from "../../../core/readiness";
import { everywhere, type Floor } from "../floor";

const tiers = <T>(dev: T, staging: T, prod: T): Record<"dev" | "staging" | "prod", T> => ({
  dev,
  staging,
  prod,
});

/** A day, four hours, and what is promised of prod: minutes. */
const downAtMost = (prod: number): Floor => ({ tighter: "lower", tiers: tiers(1440, 240, prod) });
/** A week, a day, and what is promised of prod: minutes. */
const lostAtMost = (prod: number): Floor => ({
  tighter: "lower",
  tiers: tiers(10_080, 1440, prod),
});

const none: readonly string[] = [];
const resets = ["dropdb", "prisma reset", "supabase db reset", "supabase migration down"] as const;
const serving = ["database", "previews", "services", "web"] as const;

/** What each tier must at least hold to when something is lost. */
export const recoveryFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "backup-interval-bounded": { maxMinutes: lostAtMost(60) },
  "backup-retention-long-enough": {
    // A month is how long a loss goes unnoticed; a week bridges a holiday.
    minDays: { tighter: "higher", tiers: tiers(1, 7, 35) },
  },
  "backup-vault-locked": {
    // A week bridges a holiday, in which nobody sees what was deleted.
    minDays: { tighter: "higher", tiers: tiers(0, 0, 7) },
  },
  "copy-in-second-region": { minCopies: { tighter: "higher", tiers: tiers(0, 0, 1) } },
  "database-reset-barred": { barred: { tighter: "more", tiers: tiers(none, resets, resets) } },
  "failover-pair-complete": {
    // A switch takes the health check's minute and this one.
    maxTtl: { tighter: "lower", tiers: tiers(300, 300, 60) },
  },
  "fallbacks-declared": { parts: { tighter: "more", tiers: tiers(none, serving, serving) } },
  "objectives-declared": {
    parts: { tighter: "more", tiers: tiers(none, none, ["configuration", "files", ...serving]) },
  },
  "production-deployments-kept": { minDays: { tighter: "higher", tiers: tiers(0, 30, 90) } },
  "readiness-fresh": {
    // A year is the rhythm of audits.
    maxDays: { tighter: "lower", tiers: everywhere(365) },
  },
  "readiness-recorded": {
    // Only prod has users to go live for.
    items: { tighter: "more", tiers: tiers(none, none, readinessNames) },
  },
  "recovery-point-bounded": {
    configuration: lostAtMost(1440),
    database: lostAtMost(60),
    files: lostAtMost(15),
    overall: lostAtMost(1440),
  },
  "recovery-time-bounded": {
    database: downAtMost(15),
    overall: downAtMost(15),
    previews: downAtMost(2),
    services: downAtMost(10),
    web: downAtMost(5),
  },
  "restore-test-scheduled": { perYear: { tighter: "higher", tiers: tiers(0, 0, 12) } },
  "rollback-target-named": {
    targets: { tighter: "more", tiers: tiers(none, none, ["deployment", "images", "migration"]) },
  },
  "state-export-scheduled": { maxHours: { tighter: "lower", tiers: tiers(168, 24, 24) } },
};

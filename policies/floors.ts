import type { Tier, UnknownMode } from "../core/profile";
import { budgetFloors } from "./lib/budget/floors";
import { type Floor, everywhere } from "./lib/floor";
import { dataFloors } from "./lib/data/floors";
import { hygieneFloors } from "./lib/hygiene/floors";
import { accessFloors } from "./lib/access/floors";
import { observabilityFloors } from "./lib/observability/floors";
import { recoveryFloors } from "./lib/recovery/floors";
import { repositoryFloors } from "./lib/repository/floors";

export type { Floor, Tighter } from "./lib/floor";

const day = 86_400;
const year = 365 * day;

const deployedSecrets = [
  "ANALYTICS_API_KEY",
  "ANTHROPIC_API_KEY",
  "API_TOKEN",
  "FLY_API_TOKEN",
  "JWT_SECRET",
  "OPENAI_API_KEY",
  "SUPABASE_ACCESS_TOKEN",
  "SUPABASE_ANON_KEY",
  "SUPABASE_SERVICE_ROLE_KEY",
  "SUPABASE_URL",
  "TEST_USER_EMAIL",
  "TEST_USER_PASSWORD",
  "VERCEL_ORG_ID",
  "VERCEL_PROJECT_ID",
  "VERCEL_TOKEN",
] as const;

/**
 * What each tier must at least hold to, by rule and option. A stack file can tighten these through
 * `groundwork:policy.rules` and never loosen them; who needs less writes a waiver.
 */
export const floors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  ...budgetFloors,
  ...hygieneFloors,
  "deletes-limited": {
    // A renamed host takes its domain, variables, checks and alarms along; more at once is a mistake or a migration.
    max: { tighter: "lower", tiers: { dev: 500, staging: 40, prod: 20 } },
  },
  "function-regions-allowed": {
    // Canada first, then the regions of the product's plan.
    allowed: { tighter: "fewer", tiers: everywhere(["iad1", "lhr1", "sfo1", "syd1", "yul1"]) },
  },
  "generated-secret-entropy": {
    // 128 bits cannot be tried out; dev's values open nothing of users.
    minBits: { tighter: "higher", tiers: { dev: 96, staging: 128, prod: 128 } },
  },
  "header-grade": {
    // B, A and A+ of MDN's HTTP Observatory.
    minScore: { tighter: "higher", tiers: { dev: 70, staging: 90, prod: 100 } },
  },
  "hsts-max-age": {
    // A year is what browsers' preload lists ask for; a day lets a dev host change its mind.
    minSeconds: { tighter: "higher", tiers: { dev: day, staging: year, prod: year } },
  },
  "permissions-policy": {
    restricted: {
      tighter: "more",
      tiers: everywhere(["camera", "geolocation", "microphone", "payment", "usb"]),
    },
  },
  "referrer-policy": {
    // The policies that send no path to other origins and nothing to plain HTTP.
    allowed: {
      tighter: "fewer",
      tiers: everywhere([
        "no-referrer",
        "same-origin",
        "strict-origin",
        "strict-origin-when-cross-origin",
      ]),
    },
  },
  "required-secrets-complete": {
    // What the app and the orchestrator read; in prod and staging what the pipeline deploys and smoke-tests with, too.
    required: {
      tighter: "more",
      tiers: {
        dev: ["JWT_SECRET", "SUPABASE_ANON_KEY", "SUPABASE_URL"],
        staging: deployedSecrets,
        prod: deployedSecrets,
      },
    },
  },
  "secret-deletion-delayed": {
    minDays: { tighter: "higher", tiers: { dev: 0, staging: 7, prod: 30 } },
  },
  "secret-rotation-declared": {
    maxDays: { tighter: "lower", tiers: everywhere(365) },
  },
  ...dataFloors,
  ...accessFloors,
  ...observabilityFloors,
  ...recoveryFloors,
  ...repositoryFloors,
  "waiver-not-ending": {
    // Two weeks hold one planning of work.
    days: { tighter: "higher", tiers: everywhere(14) },
  },
};

/** The gentlest way with unknowns that a tier may choose. */
export const unknownFloors: Readonly<Record<Tier, UnknownMode>> = {
  dev: "allow",
  staging: "warn",
  prod: "fail",
};

import type { DatabaseRegion } from "../../catalogue/regions";
import {
  type DatabaseSettings,
  defaults,
  type PitrDays,
  type PoolMode,
  type RealtimeSettings,
} from "./args";

/** What is declared through `supabase-admin`. Absent parts are not managed. */
export interface AdminSpec {
  pooler?: { defaultPoolSize?: number; poolMode: PoolMode };
  pitr?: { variant: `pitr_${PitrDays}` };
  /** Sorted. */
  readReplicas: DatabaseRegion[];
  backupSchedule?: { scheduleFor: string };
  customHostname?: { hostname: string; activate: boolean };
  realtime?: { [Key in keyof RealtimeSettings]?: NonNullable<RealtimeSettings[Key]> };
  /** Whether callers are checked, for every edge function. Sorted by slug. */
  functions: { slug: string; verifyJwt: boolean }[];
}

/** Fills in the defaults. Requirement: DB-02, DB-06, DB-07, DR-07, DB-14 */
export function adminSpec(args: DatabaseSettings): AdminSpec {
  const { pooler, pitr, readReplicas = [], backupSchedule, customHostname } = args;
  const realtime = said(args.realtime ?? {});
  return {
    ...(pooler && { pooler: poolerSpec(pooler) }),
    ...(pitr && { pitr: { variant: `pitr_${pitr.days}` } }),
    readReplicas: [...readReplicas].sort(),
    ...(backupSchedule !== undefined && { backupSchedule: { scheduleFor: backupSchedule } }),
    ...(customHostname && {
      customHostname: { activate: defaults.activate, ...said(customHostname) },
    }),
    ...(Object.keys(realtime).length > 0 && { realtime }),
    functions: Object.entries(args.functions ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slug, { verifyJwt = defaults.verifyJwt }]) => ({
        slug,
        verifyJwt: verifyJwt === true,
      })),
  };
}

function poolerSpec({ poolSize, mode }: Exclude<DatabaseSettings["pooler"], false | undefined>) {
  return {
    ...(poolSize !== undefined && { defaultPoolSize: poolSize }),
    poolMode: mode ?? defaults.poolMode,
  };
}

type Said<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** Without the keys that say nothing. */
function said<T extends object>(settings: T): Said<T> {
  const entries = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Said<T>;
}

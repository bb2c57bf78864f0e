import { type DatabaseSettings, defaults } from "./args";

/** A database with every default filled in, ready to be declared. */
export interface DatabaseSpec {
  passwordLength: number;
  project: Pick<DatabaseSettings, "name" | "organizationId" | "region" | "instanceSize">;
  settings: { sslEnforcement: boolean; database?: string; api?: string; network?: string };
  timeouts: { create: string; update: string };
  protect: boolean | undefined;
}

/** Fills in the defaults. Settings become the JSON text that Supabase's provider takes. */
export function databaseSpec(args: DatabaseSettings): DatabaseSpec {
  const { name, organizationId, region, instanceSize, database, api, network } = args;
  return {
    passwordLength: args.passwordLength ?? defaults.passwordLength,
    project: { name, organizationId, region, instanceSize },
    settings: {
      sslEnforcement: args.sslEnforcement ?? defaults.sslEnforcement,
      ...json("database", database),
      ...json("api", api),
      ...json("network", network && { restrictions: ipv4First(network.restrictions) }),
    },
    timeouts: {
      create: args.timeouts?.create ?? defaults.timeouts.create,
      update: args.timeouts?.update ?? defaults.timeouts.update,
    },
    protect: args.protect,
  };
}

/** Sorted, so that another order in the stack file is no change; absent where nothing is said. */
function json<K extends string>(key: K, settings: object | undefined): Partial<Record<K, string>> {
  const said = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined);
  if (said.length === 0) return {};
  const sorted = said.sort(([a], [b]) => (a < b ? -1 : 1));
  return { [key]: JSON.stringify(Object.fromEntries(sorted)) } as Record<K, string>;
}

/** Supabase gives the ranges back in this order; any other would be a difference at every refresh. */
function ipv4First(ranges: readonly string[]): string[] {
  const isV6 = (range: string) => range.includes(":");
  return [...ranges.filter((it) => !isV6(it)), ...ranges.filter(isV6)];
}

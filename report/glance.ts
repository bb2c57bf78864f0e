import type { Report } from "./model";

/** Sections in a few numbers, for whoever reads no further. Left out: what the run does not tell. */
export interface Glance {
  /** The worst grade of a route's headers. */
  grade?: string;
  /** Hosts that are watched, of those that this stack has to ask. */
  hosts?: { watched: number; all: number };
  alarms: number;
  countries: readonly string[];
  roles: number;
  teams: number;
  /** By operation, those that there are. */
  changes?: readonly { operation: string; count: number }[];
}

export function glance({ headers, coverage, residency, access, changes }: Report): Glance {
  const graded = headers.filter(({ points }) => points !== undefined);
  const [worst] = graded.sort((one, other) => Number(one.points) - Number(other.points));
  const asked = coverage.hosts.filter(
    ({ state }) => state !== "elsewhere" && state !== "redirects",
  );
  const watched = asked.filter(({ state }) => state === "watched").length;
  const countries = residency.flatMap(({ places }) => places.flatMap((one) => one.country ?? []));
  const operations = ["create", "update", "replace", "delete"].flatMap((operation) => {
    const count = changes?.filter((change) => change.operation === operation).length ?? 0;
    return count > 0 ? [{ operation, count }] : [];
  });
  return {
    ...(worst?.grade !== undefined && { grade: worst.grade }),
    ...(asked.length > 0 && { hosts: { watched, all: asked.length } }),
    alarms: coverage.alarms.length,
    countries: [...new Set(countries)].sort(),
    roles: access.roles.length,
    teams: access.teams.length,
    ...(changes && { changes: operations }),
  };
}

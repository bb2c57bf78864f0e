/** Major versions of Postgres that a service's own database can have. Source: render.com/docs/postgresql-creating-connecting. */
export const databaseVersions = { min: 14, max: 18 } as const;

/** Gigabytes of its disk: the least, or a multiple of `step`. Source: render.com/docs/blueprint-spec. */
export const databaseDiskGb = { least: 1, step: 5, most: 16_000, usual: 5 } as const;

/** The variable in which a service reads how to reach its own database. */
export const databaseVariable = "DATABASE_URL";

/** The vendor's name of the database of a service. */
export function databaseName(app: string): string {
  return `${app}-db`;
}

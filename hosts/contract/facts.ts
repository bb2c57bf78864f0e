import type { ServiceHost } from "./service";
import type { Host } from "./site";

/** What a vendor's `index.ts` says: what is true of it outside. Everybody loads it, so that it loads nothing but facts. */
export interface VendorFacts {
  /** Given, it serves sites: `groundwork:hosting.vendor`. */
  site?: Host;
  /** Given, it runs services: `groundwork:services.<name>.vendor`. */
  service?: ServiceHost;
  /** Its own codes of regions that neither Vercel nor Fly has: the place for people. */
  places?: Readonly<Record<string, string>>;
}

/** Names of the vendors in a table whose entry answers for one kind. */
export type VendorsOf<Table, Kind extends string> = {
  [Name in keyof Table]: Table[Name] extends Readonly<Record<Kind, unknown>> ? Name : never;
}[keyof Table];

/** The answers for one kind, by vendor, in the table's order. */
export function ofKind<Table extends object, Kind extends string>(table: Table, kind: Kind) {
  const entries = Object.entries(table) as [string, object][];
  return Object.fromEntries(
    entries.flatMap(([name, entry]) =>
      kind in entry ? [[name, (entry as Record<Kind, unknown>)[kind]]] : [],
    ),
  ) as {
    [Name in VendorsOf<Table, Kind>]: Table[Name] extends Record<Kind, infer It> ? It : never;
  };
}

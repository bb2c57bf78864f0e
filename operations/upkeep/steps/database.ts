import { z } from "zod";
import { done, finding, many, skipped, type UpkeepGround, type UpkeepStep } from "../ground";
import * as sql from "../sql";
import { windowAt } from "../window";

const count = z.coerce.number();
const table = z.object({ schemaname: z.string(), relname: z.string() });
const writes = table.extend({ writes: count });
const index = z.object({ schemaname: z.string(), indexrelname: z.string() });
const sizes = z.object({
  ...{ bytes: count, connections: count, max_connections: count, hit_ratio: count },
});

export const topTablesStep: UpkeepStep = {
  name: "top tables",
  adapter: "Postgres",
  reads: "the ten tables with most writes",
  async run({ sql: door }) {
    if ("missing" in door) return skipped(door.missing);
    const rows = await door.ask(sql.topTablesByWrites, writes);
    const lines = rows.map((row) => `${row.schemaname}.${row.relname} ${row.writes} writes`);
    return done([`${many(rows.length, "table")}, by ${door.by}`, ...lines].join("\n"));
  },
};

// Requirement: OPS-02
export const maintenanceStep: UpkeepStep = {
  name: "database maintenance",
  adapter: "Postgres",
  reads: "which tables have dead rows, and which indexes are broken",
  changes:
    "VACUUM (ANALYZE) of each table; REINDEX (CONCURRENTLY) inside a maintenance window only",
  run: async (ground) => {
    const { sql: door, windows, now, dryRun } = ground;
    if ("missing" in door) return skipped(door.missing);
    const broken = await door.ask(sql.invalidIndexes, index);
    const tables = await door.ask(sql.tablesToMaintain, table);
    const window = windowAt(windows, now);
    const statements = [...tables.map(sql.vacuumOf), ...(window ? tables.map(sql.reindexOf) : [])];
    const left = broken.map((one) => `broken index ${one.schemaname}.${one.indexrelname}: drop it`);
    const reindex = window ? `in window ${window.name}` : noWindow(ground);
    const tell = (head: string) => [head, reindex, ...left].join("\n");
    const answer = broken.length > 0 ? finding : done;
    if (dryRun) return answer(tell(["would run", ...statements].join("\n")));
    if (!door.run) {
      return skipped(tell(`${door.by} holds each statement in a transaction: set DATABASE_URL`));
    }
    for (const statement of statements) await door.run(statement);
    return answer(tell(`${many(statements.length, "statement")} run by ${door.by}`));
  },
};

function noWindow({ windows }: UpkeepGround): string {
  const declared = windows.map(({ name, expression }) => `${name} ${expression}`).join(", ");
  return declared
    ? `no reindex: outside the windows ${declared}`
    : "no reindex: groundwork:alerts.mute declares no maintenance window";
}

/** Shares of what there is from which somebody must plan for more. */
const crowded = 0.8;
const leastHitRatio = 0.99;

export const capacityStep: UpkeepStep = {
  name: "capacity and baseline",
  adapter: "Postgres",
  reads: "size, connections, cache hits and unused indexes",
  async run({ sql: door }) {
    if ("missing" in door) return skipped(door.missing);
    const [size] = await door.ask(sql.capacity, sizes);
    const unused = await door.ask(sql.unusedIndexes, index);
    if (!size) return skipped(`${door.by} gave no answer`);
    const { bytes, connections, max_connections: most, hit_ratio: hits } = size;
    const bad = [
      ...(connections / most > crowded ? ["connections are nearly used up"] : []),
      ...(hits < leastHitRatio ? ["too much is read from the disk: consider a larger size"] : []),
    ];
    const said = [
      `${(bytes / 1024 ** 2).toFixed(0)} MiB, ${connections} of ${most} connections, ${(hits * 100).toFixed(1)} % cache hits`,
      ...bad,
      ...unused.map((one) => `never used: ${one.schemaname}.${one.indexrelname}`),
    ];
    return (bad.length > 0 ? finding : done)(said.join("\n"));
  },
};

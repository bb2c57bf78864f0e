import { UserError } from "../../../core/errors";
import type { MigrationDoor } from "../../../operations/migrate/door";
import { scriptOf } from "../../../operations/migrate/sql";
import { reachOver } from "../../../operations/reach";
import { type Context, cloudFolder } from "../../context";
import { deployedState } from "../../deployed-state";
import type { Project } from "../../project";
import { sqlDoor } from "../ops/sql-door";

export interface DoorAsked {
  context: Context;
  project: Project;
  stack: string;
  sandbox: boolean;
}

/** Milliseconds that the Management API may take for one migration. */
const timeoutMs = 10 * 60_000;

/** The way to the database of a stack. Throws what to set where there is none. */
export function openMigrationDoor(asked: DoorAsked): Promise<MigrationDoor> {
  return asked.sandbox ? sandboxDoor(asked) : Promise.resolve(realDoor(asked));
}

function realDoor({ context: { env }, project }: DoorAsked): MigrationDoor {
  const door = sqlDoor({ sandbox: false, env, reach: reachOver({ timeoutMs }), cwd: project.root });
  if ("missing" in door) {
    const found = "no way to the database";
    throw new UserError([{ where: {}, found, allowed: door.missing, fix: "or add --sandbox" }], 2);
  }
  return {
    ...{ by: door.by, limits: [] },
    ask: (statement, row) => door.ask(statement, row),
    apply: (migration) => door.transact(scriptOf(migration)),
    close: () => Promise.resolve(),
  };
}

const projectType = "supabase:index/project:Project";

/** By the id of the project: one that is destroyed and made anew is empty, as it would be at Supabase. */
async function sandboxDoor({ context, project, stack }: DoorAsked): Promise<MigrationDoor> {
  const { deployment } = await deployedState({ context, project, stack, sandbox: true });
  const ref = deployment.resources?.find(({ type }) => type === projectType)?.id;
  if (ref === undefined) {
    const found = `stack ${stack} has no database on the sandbox`;
    const fix = `run npx groundwork up ${stack} --sandbox`;
    throw new UserError([{ where: {}, found, fix }]);
  }
  const { openPostgres, postgresLimits } = await import("../../../sandbox/client");
  const postgres = await openPostgres(cloudFolder(context), ref);
  return {
    ...{ by: "a Postgres in this process", limits: postgresLimits },
    ask: async (statement, row) => {
      const rows = await postgres.query(statement);
      return rows.map((one) => row.parse(one));
    },
    async apply(migration) {
      const refused = await postgres.transact(scriptOf(migration));
      if (refused !== undefined) throw new UserError([{ where: {}, found: refused }]);
    },
    close: () => postgres.close(),
  };
}

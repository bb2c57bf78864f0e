import { readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../../core/errors";
import {
  type DatabaseWish,
  type Migration,
  planDatabase,
  reversesOf,
} from "../../operations/rollback/database";
import type { DeclaredWays } from "../../operations/rollback/declared";
import { planFrontend } from "../../operations/rollback/frontend";
import { planContainer } from "../../operations/rollback/orchestrator";
import { refuseOtherHost, refuseRendered } from "../../operations/rollback/rendered";
import type { RollbackPlan } from "../../operations/rollback/steps";
import type { Context } from "../context";
import type { Project } from "../project";
import type { Clouds } from "./clouds";
import { migrationsIn, reverseFolder } from "./migrate/files";

/** What somebody wants to go back. */
export interface RollbackWish {
  /** `frontend`, `database`, or a container service of the stack. */
  service: string;
  to?: string;
  by: DatabaseWish["way"];
  acceptLoss: boolean;
}

/** What is known before a vendor is asked. */
export interface Ground {
  context: Context;
  stack: string;
  project: Project;
  ways: DeclaredWays;
  /** Team on Vercel. */
  team: string | undefined;
}

/** Asks the vendor how things stand, and plans the way back. Throws what forbids it. Changes nothing. */
export async function planRollback(
  ground: Ground,
  wish: RollbackWish,
  clouds: Clouds,
): Promise<RollbackPlan> {
  if (wish.service === "frontend") return frontendPlan(ground, wish, clouds);
  if (wish.service === "database") return databasePlan(ground, wish);
  const container = ground.ways.containers.find(({ name }) => name === wish.service);
  if (!container) throw noService(ground.ways, wish.service);
  const { name, app, regions, image, before } = container;
  refuseRendered(container, ground.stack, wish.to);
  const machines = await clouds.fly().machines(app);
  return planContainer({ service: name, app, regions, machines, image, declared: before }, wish.to);
}

async function frontendPlan({ ways, team }: Ground, { to }: RollbackWish, clouds: Clouds) {
  refuseOtherHost(ways);
  if (ways.project === undefined) throw noService(ways, "frontend");
  const vercel = clouds.vercel(team);
  const project = await vercel.project(ways.project);
  const [deployments, rolling] = await Promise.all([
    vercel.deployments(project.id),
    vercel.rollingRelease(project.id),
  ]);
  return planFrontend({ project, deployments, rolling }, to);
}

function databasePlan({ context, project, ways }: Ground, wish: RollbackWish) {
  const { tier, migration, pitrDays, objectives } = ways;
  const rpoMinutes = objectives.get("database")?.rpoMinutes;
  const { by: way, to, acceptLoss } = wish;
  const migrations = reversibleIn(project);
  const facts = { tier, migrations, declared: migration, pitrDays, rpoMinutes };
  return planDatabase({ ...facts, now: context.clock() }, { way, to, acceptLoss });
}

/** With what takes each back, and what it takes back itself. */
function reversibleIn(project: Project): Migration[] {
  return migrationsIn(project).map(({ id, sql, reversed }) => {
    const back = path.join(project.root, ...reverseFolder, `${id}.sql`);
    const reverse = reversed ? { reverse: readFileSync(back, "utf8") } : {};
    return { id, reverses: reversesOf(sql), ...reverse };
  });
}

function noService({ project, site, containers }: DeclaredWays, service: string): UserError {
  const names = [
    ...(project === undefined && site === undefined ? [] : ["frontend"]),
    ...containers.map(({ name }) => name),
    "database",
  ];
  const allowed = `--service ${names.join(", ")}`;
  return new UserError([
    { where: {}, found: `the stack has no service ${service} to roll back`, allowed },
  ]);
}

import { UserError } from "../../../core/errors";
import { backupBucket, dumpName } from "../../../operations/migrate/backup";
import { type MigrationDoor, versionsIn } from "../../../operations/migrate/door";
import { versionOf } from "../../../operations/migrate/migration";
import { type PlannedMigration, planMigrations } from "../../../operations/migrate/plan";
import type { StepResult } from "../../../operations/record";
import { confirm } from "../../confirm";
import type { Context, ExitCode } from "../../context";
import { say } from "../../view/say";
import { libpqVariables } from "../ops/sql-door";
import { runProgram } from "../ops/programs";
import { outside, type Outside } from "../outside";
import { recorded, type Recorder } from "../recorder";
import { type Backup, takeBackup } from "./backup";
import { openMigrationDoor } from "./doors";
import { migrationsIn } from "./files";
import { type Migrated, migratedJson, migratedText, planText } from "./view";

export interface MigrateFlags {
  sandbox: boolean;
  yes: boolean;
  dryRun: boolean;
  /** Migrations whose losses whoever starts this agrees to. */
  acceptLoss?: string[];
}

/** What a migration needs of the world. */
export interface MigrateWorld {
  declare: Outside["declare"];
  open: typeof openMigrationDoor;
  run: typeof runProgram;
}

const real: MigrateWorld = {
  declare: outside.declare,
  open: openMigrationDoor,
  run: runProgram,
};

interface Ground {
  context: Context;
  stack: string;
  flags: MigrateFlags;
  declared: Awaited<ReturnType<Outside["declare"]>>;
  world: MigrateWorld;
  recorder: Recorder;
}

// Requirement: DB-09, DR-06
/**
 * Runs the migrations that the database of a stack has not run yet: shows them, asks, dumps the database, and runs each in a
 * transaction of its own. It stops at the first that fails; what was run before stays.
 */
export async function migrate(
  context: Context,
  stack: string,
  flags: MigrateFlags,
  world: MigrateWorld = real,
): Promise<ExitCode> {
  const declared = await world.declare(context, stack);
  const { sandbox, dryRun } = flags;
  const told = { context, project: declared.project, operation: "migrate", stack };
  const done = await recorded({ ...told, sandbox, dryRun }, (recorder) =>
    inSteps({ context, stack, flags, declared, world, recorder }),
  );
  say(context, migratedText(done), migratedJson(done));
  return done.strange.length > 0 ? 1 : 0;
}

async function inSteps(ground: Ground): Promise<Migrated> {
  const { context, stack, flags, declared, world, recorder } = ground;
  const migrations = migrationsIn(declared.project);
  const nothing: Migrated = { ...{ stack, by: "nothing", limits: [], plan: [] }, strange: [] };
  if (migrations.length === 0) {
    const said = "no migration lies in supabase/migrations";
    await recorder.step("plan", () => Promise.resolve({ result: "done", said }));
    return nothing;
  }
  const { sandbox } = flags;
  const door = await world.open({ context, project: declared.project, stack, sandbox });
  try {
    const { plan } = await recorder.step("plan", async () => {
      const { tier } = declared.input.settings.stack;
      const facts = { tier, migrations, applied: await versionsIn(door) };
      const plan = planMigrations(facts, flags.acceptLoss ?? []);
      const said = `${plan.length} of ${migrations.length} are pending, by ${door.by}`;
      return { plan, result: "done" as const, said };
    });
    const planned = { ...nothing, by: door.by, limits: door.limits, plan };
    if (plan.length === 0 || flags.dryRun) return planned;
    context.terminal.note(planText(planned));
    const action = `run ${plan.length} migrations on the database of ${stack}`;
    await confirm({ action, yes: flags.yes || sandbox });
    const { backup } = await recorder.step("back up", () => backedUp(ground));
    const applied = await applyAll(ground, door, plan);
    const strange = await compared(ground, door);
    return { ...planned, applied, ...(backup && { backup }), strange };
  } finally {
    await door.close();
  }
}

interface BackedUp {
  result: StepResult;
  said: string;
  backup?: Backup;
}

/** Nothing is migrated without a dump, but in dev and on a sandbox, which hold nothing that anybody misses. */
async function backedUp({ context, flags, declared, world }: Ground): Promise<BackedUp> {
  if (flags.sandbox) {
    return {
      result: "skipped",
      said: "the sandbox's Postgres holds no data, and no S3 to keep it",
    };
  }
  const { env } = context;
  const { project, input, resources } = declared;
  const { tier, product } = input.settings.stack;
  const bucket = backupBucket(resources);
  const missing = [
    ...(bucket === undefined ? ["the stack declares no bucket on S3 with purpose backup"] : []),
    ...(env.DATABASE_URL ? [] : ["DATABASE_URL is not set, and nothing else leads pg_dump there"]),
  ];
  if (bucket === undefined || !env.DATABASE_URL) {
    if (tier === "dev") return { result: "skipped", said: missing.join("; ") };
    const allowed = "a dump of the database before it is migrated";
    throw new UserError(
      missing.map((found) => ({ where: { path: "backup" }, found, allowed })),
      2,
    );
  }
  const backup = await takeBackup({
    ...{ bucket, name: dumpName(product, context.clock()) },
    connection: libpqVariables(env.DATABASE_URL),
    program: (name, args, more) =>
      world.run(name, args, { cwd: project.root, env: { ...env, ...more }, timeoutMs: longestMs }),
  });
  const said = `${backup.address}, ${backup.bytes} bytes, SHA-256 ${backup.digest}`;
  return { result: "done", said, backup };
}

/** Milliseconds that a dump may take, and carrying it. */
const longestMs = 60 * 60_000;

async function applyAll(
  { stack, recorder }: Ground,
  door: MigrationDoor,
  plan: readonly PlannedMigration[],
): Promise<string[]> {
  const applied: string[] = [];
  for (const [at, one] of plan.entries()) {
    await recorder.step(`apply ${one.id}`, async () => {
      try {
        await door.apply(one);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const after = plan.slice(at + 1).map(({ id }) => id);
        if (error.exitCode === 1 || !(await wasApplied(door, one))) {
          throw stopped(stack, { failed: one.id, applied, after }, error);
        }
      }
      return { result: "done", said: `in force, by ${door.by}` };
    });
    applied.push(one.id);
  }
  return applied;
}

/** Where the way to the database failed and not the script, the script may have been run all the same. */
async function wasApplied(door: MigrationDoor, one: PlannedMigration): Promise<boolean> {
  try {
    return (await versionsIn(door)).includes(versionOf(one));
  } catch {
    return false;
  }
}

interface Standing {
  failed: string;
  applied: readonly string[];
  after: readonly string[];
}

function stopped(stack: string, { failed, applied, after }: Standing, error: UserError): UserError {
  const list = (ids: readonly string[]) => ids.join(", ") || "none";
  const where = { file: `supabase/migrations/${failed}.sql` };
  const fix = `in force now: ${list(applied)}; nothing of ${failed} is; not tried: ${list(after)}; mend it and run npx groundwork migrate ${stack} again`;
  return new UserError(
    error.problems.map(({ found }) => ({ where, found, fix })),
    error.exitCode,
  );
}

/** What the database says it ran that is not here, or the other way round. */
async function compared({ declared, recorder }: Ground, door: MigrationDoor): Promise<string[]> {
  const { strange } = await recorder.step("compare", async () => {
    const here = migrationsIn(declared.project).map(versionOf);
    const there = await versionsIn(door);
    const strange = [
      ...here.filter((version) => !there.includes(version)),
      ...there.filter((version) => !here.includes(version)),
    ];
    return strange.length === 0
      ? { strange, result: "done" as const, said: `${there.length} versions, here and there` }
      : { strange, result: "finding" as const, said: `not the same: ${strange.join(", ")}` };
  });
  return strange;
}

import { writeFileSync } from "node:fs";
import path from "node:path";
import pRetry from "p-retry";
import type { RollbackPlan } from "../../operations/rollback/steps";
import type { FrontendPlan } from "../../operations/rollback/frontend";
import type { ContainerPlan } from "../../operations/rollback/orchestrator";
import type { Clouds } from "./clouds";
import { migrationFolder } from "./migrate/files";
import type { Ground } from "./rollback-facts";

/** Told what is being done, as it is. */
type Tell = (what: string) => void;

/** Milliseconds between the first two looks whether production serves what it should; longer after each. */
const firstLook = 200;
const looks = 12;

/** Carries a plan out, and says in a line what was done. Rejects where a vendor did not do it. */
export async function carryOut(
  ground: Ground,
  plan: RollbackPlan,
  clouds: Clouds,
  tell: Tell,
): Promise<string> {
  if (plan.service === "frontend") return serve(plan, clouds, ground.team);
  if (plan.service === "orchestrator") return redeploy(plan, clouds, tell);
  if (plan.way !== "reverse") return "nothing: a person runs it";
  const { name, text } = plan.file;
  const file = path.join(...migrationFolder, name);
  // Not over another: two who roll back in one second would lose one migration.
  writeFileSync(path.join(ground.project.root, file), text, { flag: "wx" });
  return `wrote ${file}: review it, commit it, and ship it with \`supabase db push\``;
}

// Requirement: DR-11
async function serve(plan: FrontendPlan, clouds: Clouds, team: string | undefined) {
  const { projectId, from, to, how } = plan;
  const vercel = clouds.vercel(team);
  if (how === "promote") await vercel.promote(projectId, to.id);
  else await vercel.rollback(projectId, to.id, `back from ${from.id}`);
  const done = `production serves ${to.id}`;
  const rolls = how === "promote" && (await vercel.rollingRelease(projectId))?.next === to.id;
  if (rolls) return `${to.id} is rolled out by the stages of the project`;
  await pRetry(
    async () => {
      const { production } = await vercel.project(projectId);
      if (production !== to.id)
        throw new Error(`production still serves ${production ?? "nothing"}`);
    },
    { retries: looks, minTimeout: firstLook, factor: 1.5 },
  );
  return done;
}

// Requirement: DR-12
/** One machine after the other: the others serve meanwhile. */
async function redeploy({ app, image, machines }: ContainerPlan, clouds: Clouds, tell: Tell) {
  const fly = clouds.fly();
  for (const [at, machine] of machines.entries()) {
    tell(`${app}: machine ${at + 1} of ${machines.length}, in ${machine.region}`);
    await fly.redeploy(app, machine, image);
  }
  return `${machines.length} machines of ${app} run ${image}`;
}

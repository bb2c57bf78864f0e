import type { DatabasePlan } from "./database";
import type { FrontendPlan } from "./frontend";
import type { ContainerPlan } from "./orchestrator";

/** A way back that nothing forbids. */
export type RollbackPlan = FrontendPlan | ContainerPlan | DatabasePlan;

/** What carrying a plan out does, a line a step. */
export function stepsOf(plan: RollbackPlan): string[] {
  if (plan.service === "frontend") return frontendSteps(plan);
  if (plan.service === "orchestrator") return containerSteps(plan);
  return databaseSteps(plan);
}

function frontendSteps({ from, to, how }: FrontendPlan): string[] {
  const named = ({ id, sha }: FrontendPlan["from"]) => (sha ? `${id} (commit ${sha})` : id);
  const words = { rollback: "at once", promote: "by the stages of the project" };
  return [
    `production serves ${named(to)} instead of ${named(from)}, ${words[how]}`,
    "no later deployment is served until one is promoted",
  ];
}

function containerSteps({ app, image, machines, there }: ContainerPlan): string[] {
  return [
    ...machines.map((it) => `${app}: machine ${it.id} in ${it.region}: ${it.image} → ${image}`),
    ...(there > 0 ? [`${app}: ${there} run it already`] : []),
  ];
}

function databaseSteps(plan: DatabasePlan): string[] {
  if (plan.way === "reverse") {
    return [
      `supabase/migrations/${plan.file.name} takes back ${plan.undone.join(", ")}:`,
      ...plan.file.text
        .trimEnd()
        .split("\n")
        .map((line) => `    ${line}`.trimEnd()),
      ...plan.losses.map((loss) => `loses data: ${loss}`),
    ];
  }
  if (plan.way !== "pitr") return [`run by a person: ${plan.command}`];
  const { at, lostMinutes, aboveRpo } = plan;
  const seconds = Math.floor(at.getTime() / 1000);
  return [
    `the database returns to ${at.toISOString()}: what was written in the ${lostMinutes} minutes since is lost${aboveRpo ? ", more than the stack promises" : ""}`,
    `run by a person: POST /v1/projects/<ref>/database/backups/restore-pitr {"recovery_time_target_unix": ${seconds}}`,
  ];
}

/** Who carries it out: us, or a person, since it cannot be taken back. */
export function isOurs(plan: RollbackPlan): boolean {
  return plan.service !== "database" || plan.way === "reverse";
}

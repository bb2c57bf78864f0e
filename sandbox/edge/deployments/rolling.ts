import { createHash } from "node:crypto";
import { type Stage } from "../estate/projects";
import { type Production, type RollingRelease } from "./deployment";

const minute = 60_000;

/** The stage that a rolling release is in: by the clock where stages last, else as far as somebody approved. */
export function stageAt(stages: readonly Stage[], release: RollingRelease, now: Date): number {
  let stage = release.approved;
  let ends = Date.parse(release.started);
  for (const [index, { minutes }] of stages.entries()) {
    if (minutes === undefined) break;
    ends += minutes * minute;
    if (now.getTime() >= ends) stage = Math.max(stage, index + 1);
  }
  return Math.min(stage, Math.max(stages.length - 1, 0));
}

// Requirement: REL-05
/** The deployment that a visitor is served. The same visitor keeps it while the share only grows. */
export function servedTo(
  client: string,
  { deployment, rolling }: Production,
  { stages, now }: { stages: readonly Stage[]; now: Date },
): string {
  if (!rolling) return deployment;
  const percent = stages[stageAt(stages, rolling, now)]?.percent ?? 100;
  return placeOf(`${rolling.deployment} ${client}`) < percent ? rolling.deployment : deployment;
}

/** A place from 0 to 100 that always is the same for a text, and is spread evenly over texts. */
export function placeOf(text: string): number {
  const first = createHash("sha256").update(text).digest().readUInt32BE(0);
  return (first / 2 ** 32) * 100;
}

import { median } from "../../core/median";
import type { OperationRecord } from "../record";

/** A commit that a deployment brought to users for the first time. */
export interface Shipped {
  sha: string;
  /** When it was committed. */
  committed: Date;
  /** When the deployment with it ended well. */
  live: Date;
}

export interface DoraInputs {
  /** The stack's audit history, oldest first. */
  records: readonly OperationRecord[];
  shipped: readonly Shipped[];
  now: Date;
  days: number;
}

/** One figure against its target; without a value nothing is known, which is never met. */
export interface Figure {
  name: string;
  value: number | undefined;
  unit: "percent" | "per day" | "hours";
  target: { at: "least" | "most"; value: number };
  met: boolean;
  /** What it rests on. */
  from: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

// Requirement: REL-11
/**
 * How well changes reach users. Two figures for failure, since they are two things: runs of the pipeline that ended well,
 * and changes that had to be mended once they were live. Dry runs and the sandbox count for nothing.
 */
export function doraFigures({ records, shipped, now, days }: DoraInputs): Figure[] {
  const from = now.getTime() - days * dayMs;
  const real = records.filter((one) => !one.dryRun && !one.sandbox && Date.parse(one.at) >= from);
  const tried = real.filter(isDeployment);
  const live = tried.filter(({ result }) => result === "done");
  const mended = live.filter((one) => needsMending(one, real));
  const restored = timesToRestore(real);
  const leads = shipped.map((one) => (one.live.getTime() - one.committed.getTime()) / hourMs);
  return [
    {
      ...{
        name: "deployments that succeed",
        unit: "percent",
        target: { at: "least", value: 99.9 },
      },
      ...{ value: share(live.length, tried.length), from: `${live.length} of ${tried.length}` },
    },
    {
      ...{ name: "deployment frequency", unit: "per day", target: { at: "least", value: 1 } },
      value: live.length > 0 ? live.length / days : undefined,
      from: `${live.length} in ${days} days`,
    },
    {
      ...{ name: "lead time of a change", unit: "hours", target: { at: "most", value: 2 } },
      ...{ value: median(leads), from: `median of ${leads.length} commits` },
    },
    {
      ...{ name: "changes that needed mending", unit: "percent", target: { at: "most", value: 5 } },
      ...{ value: share(mended.length, live.length), from: `${mended.length} of ${live.length}` },
    },
    {
      ...{ name: "time to restore", unit: "hours", target: { at: "most", value: 1 } },
      // Where nothing failed there was nothing to restore.
      value: restored.length > 0 ? median(restored) : live.length > 0 ? 0 : undefined,
      from: `median of ${restored.length} failures`,
    },
  ].map((figure) => judged(figure as Omit<Figure, "met">));
}

function judged(figure: Omit<Figure, "met">): Figure {
  const { value, target } = figure;
  const met =
    value !== undefined && (target.at === "least" ? value >= target.value : value <= target.value);
  return { ...figure, met };
}

/** A gate or a person that said no deployed nothing. */
function isDeployment({ operation, result }: OperationRecord): boolean {
  return operation === "up" && (result === "done" || result === "failed");
}

const isRollback = ({ operation, result }: OperationRecord) =>
  operation === "rollback" && result === "done";
const showsFailure = ({ operation, result }: OperationRecord) =>
  operation === "smoke" && (result === "finding" || result === "failed");

/** Whether a live change was rolled back, or failed its checks, before the next one came. */
function needsMending(deployment: OperationRecord, records: readonly OperationRecord[]): boolean {
  const after = records.slice(records.indexOf(deployment) + 1);
  const next = after.findIndex(isDeployment);
  const until = next < 0 ? after : after.slice(0, next);
  return until.some((one) => isRollback(one) || showsFailure(one));
}

/** Hours from the first sign of each failure until something went well again. */
function timesToRestore(records: readonly OperationRecord[]): number[] {
  const hours: number[] = [];
  let failed: number | undefined;
  for (const one of records) {
    const at = Date.parse(one.at);
    const wrong = showsFailure(one) || (one.operation === "up" && one.result === "failed");
    const right =
      isRollback(one) || (["smoke", "up"].includes(one.operation) && one.result === "done");
    if (wrong) failed ??= at - one.seconds * 1000;
    // A rollback without a sign before it began with itself.
    if (right && (failed !== undefined || isRollback(one))) {
      hours.push((at - (failed ?? at - one.seconds * 1000)) / hourMs);
      failed = undefined;
    }
  }
  return hours;
}

function share(part: number, of: number): number | undefined {
  return of === 0 ? undefined : (part / of) * 100;
}

import type { OperationRecord } from "../../record";
import { done, finding, many, type UpkeepStep } from "../ground";

const dayMs = 24 * 60 * 60 * 1000;

function since(records: readonly OperationRecord[], now: Date, days: number) {
  return records.filter(({ at }) => now.getTime() - Date.parse(at) <= days * dayMs);
}

// Requirement: OPS-04
export const deploymentsStep: UpkeepStep = {
  name: "deployments of the day",
  adapter: "audit history",
  reads: "what was run on the stack in the last 24 hours",
  run({ records, now, sandbox }) {
    const recent = since(records, now, 1).filter(
      (one) => one.operation !== "ops daily" && Boolean(one.sandbox) === sandbox && !one.dryRun,
    );
    const bad = recent.filter(({ result }) => result !== "done");
    const lines = bad.map(({ at, operation, result, by }) => `${at} ${operation} ${result} ${by}`);
    const said = [`${many(recent.length, "operation")}, ${bad.length} not done`, ...lines];
    return Promise.resolve((bad.length > 0 ? finding : done)(said.join("\n")));
  },
};

/** Days within which a restore must have been tried. */
const drillDays = 31;

export const drillStep: UpkeepStep = {
  name: "restore drill",
  adapter: "audit history",
  reads: "when restoring was last tried",
  run({ records, now, sandbox }) {
    const drills = since(records, now, drillDays).filter(
      (one) => /drill/.test(one.operation) && !one.dryRun && Boolean(one.sandbox) === sandbox,
    );
    const last = drills.findLast(({ result }) => result === "done");
    return Promise.resolve(
      last
        ? done(`${last.operation} on ${last.at}`)
        : finding(`no drill went well in ${drillDays} days: docs/runbooks says how to run one`),
    );
  },
};

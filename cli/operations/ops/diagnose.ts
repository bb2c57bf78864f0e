import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { redacted } from "../../../operations/diagnosis";
import type { OperationStep } from "../../../operations/record";
import type { UpkeepStep } from "../../../operations/upkeep/ground";
import { capacityStep, topTablesStep } from "../../../operations/upkeep/steps/database";
import { certificateStep, healthStep } from "../../../operations/upkeep/steps/hosts";
import { performanceStep, securityLogStep } from "../../../operations/upkeep/steps/logs";
import { deploymentsStep } from "../../../operations/upkeep/steps/records";
import { vendorStatusStep } from "../../../operations/upkeep/steps/vendors";
import { version } from "../../../package.json";
import { workFolder } from "../../folders";
import type { Project } from "../../project";
import type { OpenGround } from "./ground";

/** What is looked at when nobody knows yet what is wrong; none of it changes anything. */
export const diagnosis: readonly UpkeepStep[] = [
  ...[healthStep, certificateStep, vendorStatusStep, deploymentsStep],
  ...[topTablesStep, capacityStep, performanceStep, securityLogStep],
];

/** Records of the history that go with it. */
const lastRecords = 20;

/** Writes what was found into a folder, redacted and bounded; answers its path. */
export function writeBundle(
  { root }: Pick<Project, "root">,
  { ground, declared }: OpenGround,
  steps: readonly OperationStep[],
): string {
  const { stack, now, sandbox, records } = ground;
  const folder = path.join(root, workFolder, "diagnosis");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${stack}-${now.toISOString().replaceAll(/[:.]/g, "-")}.json`);
  const types = new Map<string, number>();
  for (const { type } of declared.resources) types.set(type, (types.get(type) ?? 0) + 1);
  const found = {
    ...{ stack, sandbox, at: now.toISOString() },
    versions: { groundwork: version, node: process.version },
    steps,
    history: records.slice(-lastRecords),
    declared: Object.fromEntries([...types].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
  writeFileSync(file, `${JSON.stringify(redacted(found), undefined, 2)}\n`, { mode: 0o600 });
  return file;
}

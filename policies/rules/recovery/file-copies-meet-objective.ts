import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { listed } from "../../lib/lists";
import { copyMinutes } from "../../lib/recovery/backup-plans";
import { copiesOf } from "../../lib/recovery/bucket-copies";
import { readRecovery } from "../../lib/recovery/parts";
import { backups } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: DR-03
export const fileCopiesMeetObjective = defineRule({
  id: "file-copies-meet-objective",
  title: "Copies of files are made as often as their recovery point promises",
  why: "A promise of fifteen minutes that rests on an hourly copy is broken by every loss, and nobody notices before.",
  fix: "Set groundwork:recovery.backups.continuous, or promise no more than the copies keep.",
  severity: "high",
  topics: ["recovery", "data"],
  references: backups,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const promised = readRecovery(stack, ["objectives", "files", "rpoMinutes"]);
    const input = "objectives.files.rpoMinutes";
    if (promised.state === "unknown") return unknown({ property: input, input });
    if (promised.state === "absent") return notApplicable("no recovery point of files is promised");
    const minutes = Number(promised.value);
    const answers = stack
      .ofType(providerTypes.awsBucket)
      .flatMap((bucket) => judgeBucket(stack, bucket, { minutes, input }));
    return answers.length > 0 ? answers : notApplicable("no bucket on S3 is copied");
  },
});

interface Promised {
  minutes: number;
  input: string;
}

function judgeBucket(
  stack: StackView,
  bucket: DeclaredResource,
  { minutes, input }: Promised,
): Answer[] {
  const { plans, replications } = copiesOf(stack, bucket);
  if (plans.length + replications.length === 0) return [];
  const gaps = [
    ...plans.map((plan) => copyMinutes(plan.inputs, { continuous: true })),
    ...replications.map(replicationMinutes),
  ];
  const wanted = `a copy within ${minutes} minutes, as promised`;
  const evidence = { urn: bucket.urn, input, wanted };
  const best = Math.min(...gaps.filter((gap) => gap !== undefined), Infinity);
  const found = Number.isFinite(best) ? `a copy within ${best} minutes` : "copies without a time";
  if (best <= minutes) return [pass({ ...evidence, found })];
  if (gaps.includes(undefined)) return [unknown({ ...evidence, property: "copies" })];
  return [fail({ ...evidence, found })];
}

/** Minutes that S3 promises for a replication; infinite where it promises none. */
function replicationMinutes({ inputs }: DeclaredResource): number | undefined {
  const times = listed(inputs.rules).map((rule) =>
    readProperty(rule, ["destination", "replicationTime", "time", "minutes"]),
  );
  if (times.some(({ state }) => state === "unknown")) return undefined;
  const known = times.map((time) => (time.state === "known" ? Number(time.value) : Infinity));
  return Math.min(...known, Infinity);
}

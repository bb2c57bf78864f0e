import { type Stateful, statefulTypes } from "../../catalogue/stateful";
import { UNKNOWN, type Value } from "../../core/value";
import { changeOptions } from "../../policies/change-rules";
import { iso } from "../../policies/lib/references";
import { readText } from "../../policies/lib/text";
import { type Answer, fail, makeKnown, unknown } from "../../policies/rule";
import type { Change, ChangeSet } from "../change";
import { concluded } from "../lib/answers";
import { goingAlong } from "../lib/along";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

export const statefulKept = defineChangeRule({
  id: "stateful-kept",
  title: "No update deletes or replaces a resource that holds data",
  why: "What people put into a database, bucket or log group does not come back with the next update.",
  fix: "Put the setting back; to move the data, declare a second resource, copy, switch over, and waive this for the old one.",
  severity: "critical",
  topics: ["change", "data", "recovery"],
  references: [...changeManagement, iso("A.8.13")],
  appliesTo: "changes",
  options: changeOptions["stateful-kept"],
  check: (set) => {
    const { urn, changes } = set;
    const there = changes.flatMap((change) => {
      const stateful = change.before && statefulTypes[change.type];
      return stateful ? [{ change, stateful }] : [];
    });
    const answers = there.flatMap(({ change, stateful }) => judge(change, stateful, set));
    return concluded(answers, there.length, urn);
  },
});

function judge(change: Change, { holds, fixed = [] }: Stateful, set: ChangeSet): Answer[] {
  const moved = fixed.flatMap((input) => judgeFixed(change, input, holds));
  if (moved.length > 0) return moved;
  if (change.kind !== "delete" && change.kind !== "replace") return [];
  const done = change.kind === "delete" ? "deleted" : "replaced by an empty one";
  const message = `would be ${done}: ${holds} would be gone${goingAlong(change, set)}`;
  return [fail({ urn: change.urn, found: done, wanted: "kept", message })];
}

/** A fixed input with another value cannot be had for the resource that is there. */
function judgeFixed({ urn, before, after }: Change, input: string, holds: string): Answer[] {
  const was: Value | undefined = before?.inputs[input];
  const is: Value | undefined = after?.inputs[input];
  if (!after || was === undefined || was === UNKNOWN || is === was) return [];
  const evidence = { urn, property: input, input, wanted: was };
  if (is === UNKNOWN) {
    const message = `${input} ${show(was)} → a value that is not known before the update, and ${holds} would be gone with another one; ${makeKnown}`;
    return [unknown({ ...evidence, message })];
  }
  const message = `${input} ${show(was)} → ${show(is)}: fixed for its life, so it takes another resource, and ${holds} would be gone`;
  return [fail({ ...evidence, found: is ?? null, message })];
}

function show(value: Value | undefined): string {
  return readText({ value }, ["value"]) ?? "nothing";
}

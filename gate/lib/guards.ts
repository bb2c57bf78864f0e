import { statefulTypes } from "../../catalogue/stateful";
import { parseUrn } from "../../core/urn";
import type { Change, ChangeSet } from "../change";
import type { Answer } from "../../policies/rule";
import { weakened } from "./compare";
import type { Read } from "./measure";

/** What one type of resource says about how well something is kept. */
export interface Guard {
  type: string;
  read: Read;
  /** True when the resource is a setting of another one, so that deleting it lifts what it says. */
  setting?: boolean;
}

/** Every weakening of what the guards say, and whether anything was there to be compared. */
export function judgeGuards(
  { changes }: ChangeSet,
  guards: readonly Guard[],
): { answers: Answer[]; compared: number } {
  const byType = new Map<string, Guard[]>();
  for (const guard of guards) byType.set(guard.type, [...(byType.get(guard.type) ?? []), guard]);
  const gone = parentsOfDeleted(changes);
  const pairs = changes.flatMap((change) =>
    (byType.get(change.type) ?? [])
      .filter((guard) => isCompared(change, guard, gone))
      .map((guard) => ({ change, guard })),
  );
  const answers = pairs.flatMap(({ change: { urn, before, after }, guard }) =>
    weakened(urn, guard.read(before?.inputs ?? {}), after ? guard.read(after.inputs) : []),
  );
  return { answers, compared: pairs.length };
}

function isCompared(change: Change, { setting }: Guard, gone: ReadonlySet<string>): boolean {
  if (!change.before) return false;
  if (change.kind !== "delete") return change.after !== undefined;
  // A setting that goes together with what it is a setting of leaves nothing unguarded.
  return setting === true && !gone.has(change.before.parent ?? "");
}

/** Components that lose the stateful resource that their settings are about; the stack itself holds too much to tell. */
function parentsOfDeleted(changes: readonly Change[]): ReadonlySet<string> {
  const deleted = changes.filter(
    ({ kind, type }) => kind === "delete" && Object.hasOwn(statefulTypes, type),
  );
  const parents = deleted.flatMap(({ before }) => before?.parent ?? []);
  return new Set(parents.filter((urn) => parseUrn(urn).type !== "pulumi:pulumi:Stack"));
}

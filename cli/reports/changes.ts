import { changeSet } from "../../gate/change";
import { meaningOf } from "../../gate/meaning";
import type { ReportInput } from "../../report/build";
import type { EngineRun } from "../engine/events";

type Told = NonNullable<ReportInput["changes"]>;

/**
 * What a run of the engine changes, or changed as far as it came: by resource, with the inputs that differ and what the
 * rules about changes make of them. Values of inputs are left out, but for those that these rules put into words.
 */
export function changesOf({ steps, changed }: Pick<EngineRun, "steps" | "changed">): Told {
  const failed = new Set(steps.filter((step) => step.failed).map(({ urn }) => urn));
  const { changes } = changeSet(changed, "");
  return changes
    .filter(({ kind, type }) => kind !== "same" && !type.startsWith("pulumi:"))
    .map((change) => {
      const { urn, kind } = change;
      const own = kind === "update" || kind === "replace";
      const diffs = own ? steps.filter((step) => step.urn === urn).flatMap((one) => one.diffs) : [];
      return {
        urn,
        operation: failed.has(urn) ? `${kind} failed` : kind,
        properties: [...new Set(diffs)],
        meaning: meaningOf(change),
      };
    });
}

import type { EngineEvent } from "@pulumi/pulumi/automation/events";
import type { Compared } from "../../operations/drift/findings";
import { toPropertyMap } from "../../policies/host/values";

/** Collects what a refresh says of each resource; secrets are masked by the engine. */
export function comparedCollector(): { take(event: EngineEvent): void; all(): Compared[] } {
  const all: Compared[] = [];
  return {
    take({ resOutputsEvent }) {
      const metadata = resOutputsEvent?.metadata;
      if (metadata?.old?.custom) all.push(comparedOf(metadata));
    },
    all: () => all,
  };
}

type Metadata = NonNullable<EngineEvent["resOutputsEvent"]>["metadata"];

/** What nobody declares, a provider may compute anew at each reading: only declared properties are compared. */
function comparedOf({ urn, type, op, old, new: now, diffs, detailedDiff }: Metadata): Compared {
  const gone = op === "delete" || !now;
  return {
    ...{ urn, type, ...(old?.id && { id: old.id }) },
    state: toPropertyMap(old?.inputs ?? {}),
    provider: gone ? undefined : toPropertyMap(now.inputs ?? {}),
    noticed:
      op === "update" ? [...new Set([...(diffs ?? []), ...Object.keys(detailedDiff ?? {})])] : [],
  };
}

import type { DeclaredResource } from "../../core/resource";
import { parseUrn } from "../../core/urn";
import type { ReportedRule } from "../model";
import type { PlacedResult } from "../../core/placed-result";
import { answersOf } from "./answers";
import { type ForeignEvent, readEvents } from "./events";
import { type ForeignChange, changesOf, resourcesOf } from "./resources";
import { stopsOf } from "./stops";

/** A run of any program with packs of anybody, as its engine's events tell it. */
export interface ForeignRun {
  /** Undefined where no event names a resource. */
  project?: string;
  stack?: string;
  /** When its last event was written; undefined without any. */
  at?: Date;
  pack: { name: string; version: string };
  resources: readonly DeclaredResource[];
  results: readonly PlacedResult[];
  rules: readonly ReportedRule[];
  changes: readonly ForeignChange[];
  /** Why it is not whole, or did not come to its end. */
  stopped?: string;
}

const stackType = "pulumi:pulumi:Stack";

/** Reads an event log. Never throws: what is cut, foreign or empty is a run that says so. */
export function foreignRun(text: string): ForeignRun {
  const read = readEvents(text);
  const { events } = read;
  const resources = resourcesOf(events);
  const named = identityOf(events);
  const { results, rules } = answersOf(events, named?.urn ?? "urn:pulumi:-::-::-::-");
  const refused = results.some(({ state, level }) => state === "fail" && level === "mandatory");
  const stops = stopsOf(read, refused);
  const last = events.at(-1);
  return {
    ...(named && { project: named.project, stack: named.stack }),
    ...(last && { at: new Date(last.timestamp * 1000) }),
    pack: packsOf(events),
    resources,
    results,
    rules,
    changes: changesOf(events),
    ...(stops.length > 0 && { stopped: stops.join("; ") }),
  };
}

/** The stack as any URN of the stream names it. */
function identityOf(events: readonly ForeignEvent[]) {
  for (const { resourcePreEvent, policyEvent, policyAnalyzeSummaryEvent } of events) {
    const urn =
      resourcePreEvent?.metadata.urn ??
      policyAnalyzeSummaryEvent?.resourceUrn ??
      policyEvent?.resourceUrn;
    if (!urn) continue;
    const { project, stack } = parseUrn(urn);
    const own = `urn:pulumi:${stack}::${project}::${stackType}::${project}-${stack}`;
    return { project, stack, urn: own };
  }
  return undefined;
}

function packsOf(events: readonly ForeignEvent[]): ForeignRun["pack"] {
  const packs = new Map<string, string>();
  for (const { policyEvent, ...event } of events) {
    const { policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent } = event;
    for (const one of [policyEvent, policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent]) {
      if (one) packs.set(one.policyPackName, one.policyPackVersion);
    }
  }
  if (packs.size === 0) return { name: "no policy pack", version: "0" };
  const sorted = [...packs].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    name: sorted.map(([name]) => name).join(", "),
    version: sorted.map(([, version]) => version).join(", "),
  };
}

import { withoutColours } from "../../core/engine-text";
import type { ForeignEvent, ReadEvents } from "./events";

/** What an engine says of a run that rules refused, or that anything else made fail: no cause by itself. */
const aftermath = /^(preview|update) failed$/;

/** Why a stream does not prove what it seems to, a clause each; empty where it is whole and its run came to its end. */
export function stopsOf({ events, unreadable }: ReadEvents, refused: boolean): string[] {
  const [first] = events;
  const summary = events.find(({ summaryEvent }) => summaryEvent)?.summaryEvent;
  const causes = causesOf(events);
  const failed = summary?.result === undefined ? causes.length > 0 : summary.result !== "succeeded";
  return [
    !first && "no event of an engine in it",
    first && first.sequence !== 0 && "its beginning is missing",
    first && !isEnded(events) && "it ends before its run does, so what came after is not known",
    unreadable > 0 && `${unreadable} of its lines cannot be read`,
    ...(refused ? [] : failed ? failure(summary?.result, causes) : []),
    summary?.maybeCorrupt && "the engine says that the state may be damaged",
    ...(summary && !failed ? unjudged(events, Object.keys(summary.PolicyPacks ?? {})) : []),
  ].filter((text) => typeof text === "string");
}

function isEnded(events: readonly ForeignEvent[]): boolean {
  return (
    events.some(({ summaryEvent }) => summaryEvent) && events.at(-1)?.cancelEvent !== undefined
  );
}

function failure(result: string | undefined, causes: readonly string[]): string[] {
  if (causes.length > 0) return causes.map((cause) => `the engine failed: ${cause}`);
  return [result === "canceled" ? "somebody cancelled the run" : "the engine failed"];
}

function causesOf(events: readonly ForeignEvent[]): string[] {
  const said = events.flatMap(({ diagnosticEvent, errorEvent }) => [
    ...(diagnosticEvent?.severity === "error" ? [withoutColours(diagnosticEvent.message)] : []),
    ...(errorEvent ? [withoutColours(errorEvent.error)] : []),
  ]);
  return [...new Set(said.filter((text) => text !== "" && !aftermath.test(text)))];
}

/** A run that no pack judged proves nothing, nor does one in which a pack was loaded and silent. */
function unjudged(events: readonly ForeignEvent[], packs: readonly string[]): string[] {
  if (packs.length === 0) return ["no policy pack judged the run"];
  const judged = new Set(
    events.map((event) => event.policyAnalyzeStackSummaryEvent?.policyPackName),
  );
  return packs
    .map(packNamed)
    .filter((name) => !judged.has(name))
    .map((name) => `the policy pack ${name} did not judge the stack`);
}

/** The engine lists a pack of this machine as `name|local|folder`. */
function packNamed(key: string): string {
  return key.split("|")[0] ?? key;
}

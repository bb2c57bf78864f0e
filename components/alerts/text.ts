import type { AlarmSpec } from "../../core/alarm";
import type { AlertsSettings } from "./args";
import type { AlarmRow, CompositeRow } from "./table/row";

const words = {
  ">": "more than",
  ">=": "at least",
  "<": "less than",
  "<=": "at most",
  outside: "more than",
} as const;

// Requirement: DR-17
/** Where it is written what to do: a page for each class, a heading for each alarm. The steps of an incident stand beside. */
export function runbookOf({ runbooks }: Pick<AlertsSettings, "runbooks">, row: Runnable): string {
  return `${runbooks}/${row.class}.md#${row.id}`;
}

type Runnable = Pick<AlarmRow, "class" | "id">;

/** What whoever is woken reads: what, since when, why, where to look, whom to ask. */
export function alarmText(row: AlarmRow, spec: Omit<AlarmSpec, "description">): string {
  const { threshold, comparison, window, holds, source, runbook, owner } = spec;
  const number = source.kind === "anomaly" ? source.width : threshold;
  const when = `${words[comparison]} ${number} ${row.unit}, over ${span(window)}, for ${span(holds)}`;
  return `${row.what}: ${when}. Why it matters: ${row.why}. What to do: ${runbook} Owner: ${owner}`;
}

/** The same for what is made of other alarms. */
export function compositeText(args: AlertsSettings, row: CompositeRow): string {
  return `${row.what}. Why it matters: ${row.why}. What to do: ${runbookOf(args, row)} Owner: ${args.owner}`;
}

function span(seconds: number): string {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

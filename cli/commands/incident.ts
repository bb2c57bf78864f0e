import { type Problem, UserError } from "../../core/errors";
import {
  type Incident,
  incidentEntry,
  incidentMistakes,
  type IncidentState,
} from "../../render/incident";
import { type Context, type ExitCode } from "../context";

export interface IncidentFlags {
  start: string;
  state: string;
  impact: string;
  /** When it is written; left out, now. */
  updated?: string;
}

/** Prints an incident as an entry of the status page: JSON for its vendor with `--format json`, else HTML. */
export function incident(context: Context, id: string, flags: IncidentFlags): ExitCode {
  const told: Incident = {
    ...{ id, start: flags.start, state: flags.state as IncidentState, impact: flags.impact },
    updated: flags.updated ?? context.clock().toISOString(),
  };
  const mistakes = Object.entries(incidentMistakes(told)).map(([key, allowed]): Problem => ({
    where: { path: key },
    found: `got ${JSON.stringify(told[key as keyof Incident])}`,
    allowed,
  }));
  if (mistakes.length > 0) throw new UserError(mistakes);
  const { json, html } = incidentEntry(told);
  context.terminal.out((context.format === "json" ? json : html).trimEnd());
  return 0;
}

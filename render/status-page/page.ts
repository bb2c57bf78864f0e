import { createHash } from "node:crypto";
import { Eta } from "eta";
import { incidentEntry, incidentLines } from "../incident";
import { type IncidentFile, incidentNow } from "./incident-file";
import { style } from "./style";
import { template } from "./template";

export interface StatusPage {
  /** What the page is of: `Velocity status`. */
  title: string;
  incidents: readonly IncidentFile[];
  /** When the page is written. */
  now: Date;
}

// Requirement: UPT-06
/** The status page: one file that asks nobody for anything but its feeds. */
export function statusPage({ title, incidents, now }: StatusPage): string {
  const newest = newestFirst(incidents);
  const open = newest.filter((incident) => !isOver(incident));
  const over = newest.filter(isOver);
  const groups = [
    { id: "now", title: "Now", none: "No incident.", incidents: open.map(shown) },
    { id: "earlier", title: "Earlier", none: "Nothing so far.", incidents: over.map(shown) },
  ];
  const count = open.length === 1 ? "1 incident" : `${open.length} incidents`;
  const summary = open.length === 0 ? "All services work." : `${count} now.`;
  const written = now.toISOString();
  const eta = new Eta({ autoEscape: true, autoTrim: false });
  const policy = contentPolicy(style);
  return eta.renderString(template, { title, policy, style, open, groups, summary, written });
}

/** By start, the last one first. */
export function newestFirst(incidents: readonly IncidentFile[]): IncidentFile[] {
  return [...incidents].sort((one, other) => Date.parse(other.start) - Date.parse(one.start));
}

export function isOver({ updates }: IncidentFile): boolean {
  return updates.at(-1)?.state === "resolved";
}

function shown(incident: IncidentFile) {
  const { id, services, updates } = incident;
  const told = updates.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() }));
  return { id, services, entry: incidentLines(incidentNow(incident)), updates: told.reverse() };
}

/** What the page may do: show its own style. */
function contentPolicy(text: string): string {
  const hash = createHash("sha256").update(text).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

/** Until when users must hear of it again; undefined once it is over. */
export function nextUpdateOf(incident: IncidentFile): Date | undefined {
  const { json } = incidentEntry(incidentNow(incident));
  const { nextUpdate } = JSON.parse(json) as { nextUpdate?: string };
  return nextUpdate === undefined ? undefined : new Date(nextUpdate);
}

/** How far an incident is. */
export const incidentStates = ["investigating", "identified", "monitoring", "resolved"] as const;
export type IncidentState = (typeof incidentStates)[number];

/** What users are told of an incident. */
export interface Incident {
  /** `INC-2025-001`: year, and number in the year. */
  id: string;
  /** ISO 8601: when it began. */
  start: string;
  /** How far it is. */
  state: IncidentState;
  /** What users notice, in plain words. */
  impact: string;
  /** ISO 8601: when this was written. */
  updated: string;
}

/** Minutes after which users are told again, at most. */
const nextUpdateMinutes = 30;

/** An entry of the status page, as its vendor takes it and as a page shows it. */
export interface IncidentEntry {
  json: string;
  html: string;
}

// Requirement: UPT-06
/** The entry. Check with `incidentMistakes` first. The next update is due within half an hour, until all is over. */
export function incidentEntry(incident: Incident): IncidentEntry {
  const entry = incidentFields(incident);
  return { json: `${JSON.stringify(entry, undefined, 2)}\n`, html: htmlOf(entry) };
}

/** What is wrong with an incident, by its key; empty when nothing is. */
export function incidentMistakes(incident: Incident): Partial<Record<keyof Incident, string>> {
  const { id, start, state, impact, updated } = incident;
  const times = [start, updated].map((text) => Date.parse(text));
  const [began = Number.NaN, written = Number.NaN] = times;
  return {
    ...(!/^INC-\d{4}-\d{3}$/.test(id) && { id: "a form like INC-2025-001" }),
    ...(Number.isNaN(began) && { start: "a time such as 2025-01-31T14:05:00Z" }),
    ...(!incidentStates.includes(state) && { state: `one of ${incidentStates.join(", ")}` }),
    ...(!/\S/.test(impact) && { impact: "what users notice, in plain words" }),
    ...((Number.isNaN(written) || written < began) && { updated: "a time after the start" }),
  };
}

/** What is inside the entry's article: heading, impact and times, escaped. For a page that has more to say of it. */
export function incidentLines(incident: Incident): string {
  return insideOf(incidentFields(incident)).join("\n");
}

interface Fields extends Omit<Incident, "state"> {
  state: string;
  nextUpdate?: string;
}

function incidentFields(incident: Incident): Fields {
  const { id, state, impact } = incident;
  const start = utc(incident.start);
  const updated = utc(incident.updated);
  const nextUpdate = state === "resolved" ? undefined : utc(updated, nextUpdateMinutes);
  return { id, start, state, impact, updated, ...(nextUpdate && { nextUpdate }) };
}

function htmlOf(entry: Fields): string {
  const inside = insideOf(entry).map((line) => `  ${line}`);
  return `${[`<article id="${escaped(entry.id)}">`, ...inside, "</article>"].join("\n")}\n`;
}

function insideOf({ id, start, state, impact, updated, nextUpdate }: Fields): string[] {
  return [
    `<h2>${escaped(id)}: ${escaped(state)}</h2>`,
    `<p>${escaped(impact)}</p>`,
    `<p>Since ${time(start)}. Written ${time(updated)}.${nextUpdate ? ` Next update by ${time(nextUpdate)}.` : ""}</p>`,
  ];
}

function time(iso: string): string {
  return `<time datetime="${escaped(iso)}">${escaped(iso)}</time>`;
}

/** What people write must stay text, whatever it looks like. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function utc(iso: string, minutes = 0): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString();
}

import { z } from "zod";
import { type Incident, incidentMistakes, incidentStates } from "../incident";

const time = z.iso.datetime({ offset: true, error: "a time such as 2025-01-31T14:05:00Z" });
/** Long enough to say what users notice, and no page for itself. */
const words = z.string().trim().min(1).max(2000);

const update = z.strictObject({
  at: time,
  state: z.enum(incidentStates),
  /** What was found or done since, in plain words. */
  text: words,
});

/** An incident as its file tells it. */
export const incidentFile = z
  .strictObject({
    id: z.string().regex(/^INC-\d{4}-\d{3}$/, "a form like INC-2025-001"),
    start: time,
    /** What users notice, in plain words. */
    impact: words,
    /** What does not work as it should: `app`, `api`. */
    services: z.array(words).max(50).default([]),
    /** What was told, oldest first. */
    updates: z.array(update).min(1).max(200),
  })
  .refine(({ start, updates }) => inOrder([start, ...updates.map(({ at }) => at)]), {
    path: ["updates"],
    error: "updates after the start, oldest first",
  });

export type IncidentFile = z.infer<typeof incidentFile>;

function inOrder(times: readonly string[]): boolean {
  const moments = times.map((text) => Date.parse(text));
  return moments.every((moment, index) => moment >= (moments[index - 1] ?? moment));
}

/** How it stands: what the last update says. */
export function incidentNow({ id, start, impact, updates }: IncidentFile): Incident {
  const last = updates.at(-1);
  if (!last) throw new Error(`${id} was never told`);
  const now: Incident = { id, start, impact, state: last.state, updated: last.at };
  const mistakes = Object.keys(incidentMistakes(now));
  if (mistakes.length > 0) throw new Error(`${id} is no incident: ${mistakes.join(", ")}`);
  return now;
}

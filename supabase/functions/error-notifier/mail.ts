import type { ErrorGroup } from "./groups.ts";

/** More groups than this are counted, not spelt out. */
const groupsShown = 20;
const placesShown = 5;

/** A mail in plain text: markup in a message stays text. */
export interface Mail {
  subject: string;
  text: string;
}

/** Counts, classes and places: no message as it was, no user, no context. */
export function mailOf(groups: readonly ErrorGroup[], about: string): Mail {
  const cases = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const shown = groups.slice(0, groupsShown).map(paragraph);
  const more = groups.length - shown.length;
  return {
    subject: `[${about}] ${count(groups.length, "new error")}, ${count(cases, "case")}`,
    text: [
      ...shown,
      ...(more > 0 ? [`And ${more} more.`] : []),
      "Whole messages are in the table public.error_events, by group_key.",
    ].join("\n\n"),
  };
}

function paragraph(group: ErrorGroup): string {
  const { level, service, environment, name, title, ids, first, last, releases, paths, key } =
    group;
  return [
    `${level}: ${name}: ${title}`,
    `  ${service} in ${environment}, ${count(ids.length, "case")}, ${first} to ${last}`,
    ...listed("releases", releases),
    ...listed("paths", paths),
    `  group_key ${key}`,
  ].join("\n");
}

function listed(what: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const more = items.length > placesShown ? ` and ${items.length - placesShown} more` : "";
  return [`  ${what}: ${items.slice(0, placesShown).join(", ")}${more}`];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** What of a row of `public.error_events` decides where it belongs and what is told. */
export interface NewError {
  id: number;
  occurred_at: string;
  service: string;
  environment: string;
  release: string | null;
  level: string;
  name: string;
  message: string;
  path: string | null;
}

/** Errors that are one: the same class with the same words in the same service. */
export interface ErrorGroup {
  /** SHA-256 in hex of what makes them one. */
  key: string;
  service: string;
  environment: string;
  name: string;
  /** The message without what differs from case to case, and without what could be somebody's. */
  title: string;
  /** The worst of them. */
  level: string;
  ids: number[];
  /** ISO 8601. */
  first: string;
  last: string;
  /** Sorted, each once. */
  releases: string[];
  paths: string[];
}

/** Worst first. */
const levels = ["fatal", "error", "warning"];
const longestTitle = 160;

/** What differs between two cases of one error, and what must not be mailed. The order matters. */
const variable: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g, "<address>"],
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, "<url>"],
  [/\beyJ[\w-]+(?:\.[\w-]+)*/g, "<token>"],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>"],
  [/"[^"]*"|'[^']*'|`[^`]*`/g, "<text>"],
  [/\b(?=\w*\d)\w{16,}\b/g, "<id>"],
  [/\d+(?:\.\d+)*/g, "<n>"],
];

/** A message by which errors are told apart: the first line, without values. */
export function titleOf(message: string): string {
  const [line = ""] = message.trim().split(/\r?\n/);
  const plain = variable.reduce((text, [pattern, mark]) => text.replace(pattern, mark), line);
  return plain.replace(/\s+/g, " ").slice(0, longestTitle);
}

/** Groups in the order in which each was first seen. */
export async function groupErrors(errors: readonly NewError[]): Promise<ErrorGroup[]> {
  const groups = new Map<string, ErrorGroup>();
  for (const error of errors) {
    const title = titleOf(error.message);
    const key = await digest([error.environment, error.service, error.name, title].join("\n"));
    const group = groups.get(key);
    groups.set(key, group ? withCase(group, error) : newGroup(key, title, error));
  }
  return [...groups.values()];
}

/** Those of which nobody was told lately. */
export function untold(groups: readonly ErrorGroup[], told: ReadonlySet<string>): ErrorGroup[] {
  return groups.filter(({ key }) => !told.has(key));
}

function newGroup(key: string, title: string, error: NewError): ErrorGroup {
  const { service, environment, name, level, id, occurred_at: at, release, path } = error;
  return {
    ...{ key, service, environment, name, title, level },
    ids: [id],
    first: at,
    last: at,
    releases: release === null ? [] : [release],
    paths: path === null ? [] : [titleOf(path)],
  };
}

function withCase(group: ErrorGroup, error: NewError): ErrorGroup {
  const { occurred_at: at, release, path, level, id } = error;
  return {
    ...group,
    level: levels.indexOf(level) < levels.indexOf(group.level) ? level : group.level,
    ids: [...group.ids, id],
    first: Date.parse(at) < Date.parse(group.first) ? at : group.first,
    last: Date.parse(at) > Date.parse(group.last) ? at : group.last,
    releases: withOne(group.releases, release),
    paths: withOne(group.paths, path === null ? null : titleOf(path)),
  };
}

function withOne(texts: readonly string[], one: string | null): string[] {
  return one === null ? [...texts] : [...new Set([...texts, one])].sort();
}

export async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

import type { SiteRule } from "./site";

/** A part of a path between slashes: text as it stands, or one segment of any text. */
type Segment = { text: string } | { any: string };

/** A pattern of paths that hosts have in common: whole segments, and at the end perhaps all that follows. */
export interface PathPattern {
  segments: Segment[];
  /** Name of what follows, `1` and so on where it has none; undefined where nothing may follow. */
  rest: string | undefined;
}

/** The pattern of a rule; undefined where only Vercel's own syntax can say it. */
export function patternOf({ source, syntax }: Pick<SiteRule, "source" | "syntax">) {
  if (!source.startsWith("/")) return undefined;
  if (syntax === "equals") return { segments: texts(source), rest: undefined } as PathPattern;
  const found = withRest(source.replace(/^\^/, "").replace(/\$$/, ""));
  const parts = found.before.split("/").filter(Boolean);
  const segments = parts.map((part) => segmentOf(part, syntax));
  if (segments.includes(undefined)) return undefined;
  return { segments: segments as Segment[], rest: found.rest };
}

function texts(path: string): Segment[] {
  return path
    .split("/")
    .filter(Boolean)
    .map((text) => ({ text }));
}

/** `/assets/(.*)` → before `/assets`, rest `1`. */
function withRest(source: string): { before: string; rest: string | undefined } {
  const [, before, name] = /^(.*)\/(?:\(\.\*\)|:(\w+)(?:\*|\(\.\*\)))$/.exec(source) ?? [];
  if (before === undefined) return { before: source, rest: undefined };
  return { before, rest: name ?? "1" };
}

function segmentOf(part: string, syntax: SiteRule["syntax"]): Segment | undefined {
  const [, name] = /^:(\w+)$/.exec(part) ?? [];
  if (syntax === "path-to-regexp" && name !== undefined) return { any: name };
  return /^[\w~%-]+(\.[\w~%-]+)*$/.test(part) && (syntax !== "regex" || !part.includes("."))
    ? { text: part }
    : undefined;
}

/** Where a redirect leads, with the host's own words for what the pattern caught; undefined where one is not caught. */
export function destinationOf(
  destination: string,
  { segments, rest }: PathPattern,
  say: { segment: (name: string) => string; rest: string },
): string | undefined {
  const names = segments.flatMap((it) => ("any" in it ? [it.any] : []));
  let known = true;
  const text = destination.replace(/:(\w+)\*?|\$(\w+)/g, (whole, byName, byNumber) => {
    const name = (byName ?? byNumber) as string;
    if (/^\d+$/.test(name) && whole.startsWith(":")) return whole; // a port
    if (name === rest) return say.rest;
    if (names.includes(name)) return say.segment(name);
    known = false;
    return whole;
  });
  return known ? text : undefined;
}

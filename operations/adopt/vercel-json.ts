import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { isPropertyMap, type PropertyMap } from "../../core/value";
import type { Wanted } from "./model";

/** A header that the app's file and the program would both send. */
export interface SentTwice {
  header: string;
  /** Of the file: which paths it is sent for. */
  source: string;
  /** Lines of the file to delete, counted from 1. */
  lines: readonly [first: number, last: number];
  /** Logical name of the route that declares it. */
  route: string;
}

/** Headers of a `vercel.json` that a route of the program sends or removes as well. Undefined where it is not JSON of a map. */
export function sentTwice(text: string, wanted: readonly Wanted[]): SentTwice[] | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const declared = declaredHeaders(wanted);
  const rules = document.get("headers");
  if (!isSeq(rules)) return [];
  return rules.items.flatMap((rule) => {
    const entries = isMap(rule) ? rule.get("headers") : undefined;
    if (!isMap(rule) || !isSeq(entries)) return [];
    const given = rule.get("source");
    const source = typeof given === "string" ? given : "";
    return entries.items.flatMap((entry): SentTwice[] => {
      const header = isMap(entry) ? entry.get("key") : undefined;
      const route = typeof header === "string" ? declared.get(header.toLowerCase()) : undefined;
      if (typeof header !== "string" || route === undefined) return [];
      return [{ header, source, lines: linesOf(entry as Node, counter), route }];
    });
  });
}

function linesOf({ range }: Node, counter: LineCounter): [number, number] {
  const [first = 0, last = first] = range ?? [];
  return [counter.linePos(first).line, counter.linePos(Math.max(first, last - 1)).line];
}

/** By name in lower case, the route that sends or removes it. */
function declaredHeaders(wanted: readonly Wanted[]): Map<string, string> {
  const routes = wanted.filter(({ type }) => type === "vercel:index/projectRoute:ProjectRoute");
  return new Map(
    routes.flatMap(({ name, inputs }) =>
      headersOf(inputs).map((header) => [header.toLowerCase(), name] as const),
    ),
  );
}

function headersOf({ route }: PropertyMap): string[] {
  if (!isPropertyMap(route)) return [];
  const sent = isPropertyMap(route["headers"]) ? Object.keys(route["headers"]) : [];
  const transforms = Array.isArray(route["transforms"]) ? (route["transforms"] as unknown[]) : [];
  const removed = transforms.flatMap((transform) => {
    const target = isPropertyMap(transform as PropertyMap)
      ? (transform as PropertyMap)["target"]
      : undefined;
    const key = isPropertyMap(target) ? target["key"] : undefined;
    return typeof key === "string" ? [key] : [];
  });
  return [...sent, ...removed];
}

import { groupBy } from "../../../core/group";
import type { Report, ReportedResult } from "../../model";
import type { ReportedHeader, ReportedRoute } from "../../section-model";
import { letterOf, rankOf, shownState, wordOf } from "../words";
import type { Anchors } from "./anchors";

/** Property by which rules name all headers of a route; one header stands below it. */
const all = "route.headers";

const covers: Readonly<Record<ReportedRoute["covers"], string>> = {
  "every path": "every path",
  "some paths": "the paths of its pattern",
  unknown: "paths that are not known yet",
};

/** Routes with every header that they declare, what rules say of it, and the grade; also headers that were asked for and are not there. */
export function headersView({ headers, results }: Report, anchors: Anchors) {
  const about = groupBy(
    results.filter(({ evidence: { property = "" } }) => property.startsWith(all)),
    ({ target }) => target.urn,
  );
  const known = new Set(headers.map(({ urn }) => urn));
  const others = [...about.values()].flatMap(([first]) =>
    first && !known.has(first.target.urn) ? [bare(first)] : [],
  );
  return [...headers, ...others].map((route) => {
    const judged = groupBy(about.get(route.urn) ?? [], ({ evidence }) =>
      headerOf(evidence.property ?? ""),
    );
    const said = route.headers.map((header) => header.name.toLowerCase());
    const missing = [...judged.keys()].filter((name) => name && !said.includes(name.toLowerCase()));
    return {
      name: route.name,
      anchor: anchors.resource(route.urn),
      hosts: route.hosts,
      source: route.source,
      covers: covers[route.covers],
      grade: route.grade,
      gradeLetter: gradeLetter(route.grade),
      points: route.points === undefined ? undefined : `${route.points} points`,
      headers: [
        ...route.headers.map((header) => ({
          ...saidOf(header),
          ...judgedOf(namedIn(judged, header.name), anchors),
        })),
        ...missing.map((name) => ({
          name: name ?? "",
          value: undefined,
          note: "not declared",
          ...judgedOf(judged.get(name) ?? [], anchors),
        })),
      ],
    };
  });
}

/** A route that was judged and not read: of a run that tells no inputs. */
function bare({ target }: ReportedResult): ReportedRoute {
  return { ...target, hosts: [], source: "", covers: "unknown", headers: [] };
}

function saidOf({ name, state, value, byApp }: ReportedHeader) {
  const notes = {
    sent: byApp ? "sent by the app" : undefined,
    removed: "taken away",
    unknown: "not known yet",
  };
  return { name, value, note: notes[state] };
}

function namedIn(
  judged: ReadonlyMap<string | undefined, readonly ReportedResult[]>,
  name: string,
): readonly ReportedResult[] {
  return [...judged].flatMap(([key, results]) =>
    key?.toLowerCase() === name.toLowerCase() ? results : [],
  );
}

/** The worst of what rules answered about one header; nothing where none is about it. */
function judgedOf(judged: readonly ReportedResult[], anchors: Anchors) {
  const worst = judged.map(shownState).sort((one, other) => rankOf(one) - rankOf(other))[0];
  return {
    letter: worst && letterOf(worst),
    word: worst && wordOf(worst),
    rules: [...new Set(judged.map(({ rule }) => rule))].map((id) => ({
      id,
      anchor: anchors.rule(id),
    })),
  };
}

/** Name of the header that a property is; undefined for all of a route. */
function headerOf(property: string): string | undefined {
  return /^route\.headers\.([A-Za-z][A-Za-z0-9-]{0,80})$/.exec(property)?.[1];
}

function gradeLetter(grade = ""): string {
  if (/^A/.test(grade)) return "p";
  return /^[BC]/.test(grade) ? "u" : "f";
}

import { groupBy } from "../../../core/group";
import type { Report, ReportedResult } from "../../model";
import { valueText } from "../../value-text";
import { letterOf, rankOf, shownState, wordOf } from "../words";
import type { Anchors } from "./anchors";

/** Property by which rules name all headers of a route; one header stands below it. */
const all = "route.headers";

/** Routes whose response headers were judged, each with its grade and what rules found of every header. */
export function headersView({ results }: Report, anchors: Anchors) {
  const about = results.filter(
    ({ evidence: { property = "" } }) => headerOf(property) !== undefined,
  );
  return [...groupBy(about, ({ target }) => target.urn).values()].map((theirs) => {
    const [first] = theirs;
    const whole = theirs.filter(({ evidence }) => evidence.property === all);
    const grade = whole.map(({ evidence }) => evidence.found).find(isGrade);
    return {
      name: first?.target.name ?? "",
      anchor: first && anchors.resource(first.target.urn),
      grade: grade?.split(",")[0],
      points: grade?.split(", ")[1],
      headers: [...groupBy(theirs, ({ evidence }) => headerOf(evidence.property ?? "") ?? "")]
        .filter(([name]) => name !== "")
        .map(([name, judged]) => ({ name, ...headerView(judged, anchors) })),
    };
  });
}

function headerView(judged: readonly ReportedResult[], anchors: Anchors) {
  const worst = judged.map(shownState).reduce((a, b) => (rankOf(a) <= rankOf(b) ? a : b));
  const found = judged.flatMap(({ evidence }) =>
    "found" in evidence ? [valueText(evidence.found)] : [],
  );
  return {
    letter: letterOf(worst),
    word: wordOf(worst),
    found: [...new Set(found)],
    rules: [...new Set(judged.map(({ rule }) => rule))].map((id) => ({
      id,
      anchor: anchors.rule(id),
    })),
  };
}

/** Name of the header that a property is; empty for all of a route; undefined for anything else. */
function headerOf(property: string): string | undefined {
  if (property === all) return "";
  return /^route\.headers\.([A-Za-z][A-Za-z0-9-]{0,80})$/.exec(property)?.[1];
}

function isGrade(value: unknown): value is string {
  return typeof value === "string" && /^[A-F][+-]?, \d+ points$/.test(value);
}

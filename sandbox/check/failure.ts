import { closest, distance } from "fastest-levenshtein";
import { isPropertyMap, UNKNOWN, type Value } from "../../core/value";

/** Why an input is refused. Holds no value that could be a secret. */
export interface CheckFailure {
  /** The property's path as the engine writes it: `route.headers["X-Frame-Options"]`, `rules[0].name`. */
  property: string;
  reason: string;
}

export type Path = readonly (string | number)[];

/** One thing that is wrong with a value; `at` leads into it when the value itself is fine. */
export interface Complaint {
  at?: Path;
  reason: string;
}

/** `["rules", 0, "name"]` → `rules[0].name`; a key that is no plain name stands in brackets and quotes. */
export function pathText(path: Path): string {
  const parts = path.map((step, i) => {
    if (typeof step === "number") return `[${step}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(step)) return `[${JSON.stringify(step)}]`;
    return i === 0 ? step : `.${step}`;
  });
  return parts.join("");
}

/** Failures by property, then by reason, each once: the same inputs give the same list. */
export function sortFailures(failures: readonly CheckFailure[]): CheckFailure[] {
  const byText = new Map(
    failures.map((failure) => [`${failure.property}\0${failure.reason}`, failure]),
  );
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, failure]) => failure);
}

/** What was found, without the text of a string: it may be a secret that was put in the wrong place. */
export function describe(value: Value): string {
  if (value === null || value === UNKNOWN) return "nothing";
  if (typeof value === "string") return `a string of ${count(value.length, "character")}`;
  if (Array.isArray(value)) return `an array of ${count(value.length, "element")}`;
  return isPropertyMap(value) ? "an object" : `${typeof value} ${JSON.stringify(value)}`;
}

/** `1 character`, `2 characters` */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** The known name that was probably meant, or nothing when none is near. */
export function meant(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const same = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const best = same ?? closest(name, known);
  const near = distance(name, best) <= Math.max(1, Math.floor(best.length / 3));
  if (same || near) return best;
  return name.length > 1 ? known.find((candidate) => candidate.startsWith(name)) : undefined;
}

/** `a, b or c`; a long list is cut, with its length. */
export function list(names: readonly (string | number)[], most = 24): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} … (${names.length} in all)` : shown;
}

import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { itemsOf } from "../lists";
import { textOf } from "../text";
import type { Asked, DemandKey, Demands } from "./demands";
import { noDemands, perhaps } from "./demands";

/** Somebody who may pass by, and the property that lets them. */
export interface Bypass {
  who: string;
  property: string;
  /** Component arg that decides it. */
  input?: string;
  /** What they pass by. */
  keys: readonly DemandKey[];
}

/** One rule of GitHub's about a branch. */
export interface ProtectionSource {
  resource: DeclaredResource;
  /** What it asks of those who may not pass by. */
  demands: Demands;
  /** What it asks of everybody. */
  inescapable: Demands;
  bypasses: readonly Bypass[];
  /** Where it says what it asks. */
  places: Readonly<Partial<Record<DemandKey, string>>>;
}

export type Path = readonly (string | number)[];

/** A flag at a path; `absent` where nothing is said. */
export function asked({ inputs }: DeclaredResource, path: Path, absent = false): Asked {
  const reading = readProperty(inputs, path);
  if (reading.state === "unknown") return "open";
  return reading.state === "absent" ? absent : reading.value === true;
}

/** A count at a path. */
export function count({ inputs }: DeclaredResource, path: Path, absent: number) {
  const reading = readProperty(inputs, path);
  if (reading.state === "unknown") return { count: 0, open: true };
  return { count: reading.state === "absent" ? absent : Number(reading.value), open: false };
}

/** Texts of a list at a path, or of a property of each of its items. */
export function names({ inputs }: DeclaredResource, path: Path, of: readonly string[] = []) {
  const list = readProperty(inputs, path);
  if (list.state === "unknown") return { names: [], open: true };
  const readings = itemsOf(list).map((item) => readProperty(item, of));
  return {
    names: readings.flatMap((one) => textOf(one) ?? []),
    open: readings.some(({ state }) => state === "unknown"),
  };
}

/** How many a list names: none, some, or not known. */
export function howMany({ inputs }: DeclaredResource, path: Path): number | "open" {
  const list = readProperty(inputs, path);
  if (list.state === "unknown") return "open";
  return itemsOf(list).length;
}

/** What is left of demands that some pass by, or perhaps do. */
export function without(demands: Demands, passed: boolean | "open", keys: readonly DemandKey[]) {
  if (passed === false) return demands;
  const rest = passed === "open" ? perhaps(demands) : noDemands;
  return { ...demands, ...Object.fromEntries(keys.map((key) => [key, rest[key]])) } as Demands;
}

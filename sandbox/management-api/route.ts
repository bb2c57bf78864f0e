import { type LedgerObject } from "../ledger/record";
import { type Answer, type Body } from "./answer";
import { type ProjectObjects } from "./objects";

/** A call on a project that exists. */
export interface ApiCall {
  project: LedgerObject;
  /** Parts of the path that the route leaves open, decoded. */
  params: readonly string[];
  body: Body;
  objects: ProjectObjects;
  /** Hex digits that are always the same for this cloud and this label. */
  derive: (label: string) => string;
}

export interface Route {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the project: `/functions/*`; each star is one part of the path. */
  path: string;
  /** For faults: what kind of thing is done what to. */
  kind: string;
  op: "create" | "read" | "update" | "delete";
  answer: (call: ApiCall) => Answer;
}

/** The parts that stars stand for; undefined when the path is another one. */
export function matchPath(pattern: string, path: string): string[] | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const fits = wanted.every((part, index) => part === "*" || part === given[index]);
  if (!fits) return undefined;
  return given.filter((_, index) => wanted[index] === "*").map(decodeURIComponent);
}

import { standInPrefix } from "../core/stand-in";
import { formatPath, type PathStep } from "./path";

export { isStandIn, standInPrefix } from "../core/stand-in";

/** A text that stands where a secret's value would: it says which, and passes for an identifier. */
export function standIn(path: readonly PathStep[]): string {
  const name = formatPath(path).replace(/^groundwork:/, "");
  return standInPrefix + name.replace(/[^A-Za-z0-9_]+/g, "-");
}

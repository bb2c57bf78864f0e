import { UNKNOWN } from "../../core/value";
import type { Report } from "../model";

/** The report itself. A value that is not known reads `"[unknown]"`, as the engine shows it. */
export function writeJson(report: Report): string {
  const replace = (_: string, value: unknown) => (value === UNKNOWN ? "[unknown]" : value);
  return `${JSON.stringify(report, replace, 2)}\n`;
}

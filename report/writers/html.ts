import { pageOf } from "../html/page";
import type { Report } from "../model";

/** One page for people: works offline and printed, asks nobody for anything, and holds all that the report says. */
export function writeHtml(report: Report): string {
  return pageOf(report);
}

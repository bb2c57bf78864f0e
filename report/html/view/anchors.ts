import { createHash } from "node:crypto";
import type { Report, ReportedControl } from "../../model";

/** Where things stand in the page. Ids of results and rules stay the same from run to run; a resource's do not. */
export interface Anchors {
  result: (id: string) => string;
  rule: (id: string) => string;
  control: (control: Pick<ReportedControl, "standard" | "clause">) => string;
  /** Undefined for a target that is not declared. */
  resource: (urn: string) => string | undefined;
}

export function anchorsOf({ resources }: Report): Anchors {
  const places = new Map(resources.map(({ urn }, at) => [urn, `u${at}`]));
  return {
    result: (id) => `r-${id}`,
    rule: (id) => `rule-${plain(id)}`,
    control: ({ standard, clause }) => `control-${plain(`${standard} ${clause}`)}`,
    resource: (urn) => places.get(urn),
  };
}

/** Letters, digits and hyphens; what holds more gets a digest, so that no two are the same. */
function plain(text: string): string {
  if (/^[a-z0-9-]{1,80}$/.test(text)) return text;
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
  return `${words}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

import { patternExpression } from "../../catalogue/vercel-patterns";
import { hostingHeader } from "../header";
import type { RenderedFile } from "../service";
import { fileOf, type SiteHeaders, type SiteSpec } from "./site";

/** One rule for a server to apply: to each request whose path matches, in the order of the file. */
export interface AppHeaders {
  /** Regular expression of the path. */
  path: string;
  /** What the request must have, and must not have, in the words of the stack file. */
  has?: SiteHeaders["has"];
  missing?: SiteHeaders["missing"];
  set: Record<string, string>;
  remove?: string[];
}

// Requirement: HOST-16
/**
 * `headers.json` of a site whose host sets no headers: the app's own server reads it and sends them. A later rule wins
 * over an earlier one.
 */
export function renderAppHeaders({ headers }: SiteSpec, stack: string): RenderedFile {
  const about = hostingHeader(stack).replace(/^# /, "");
  const document = { about, rules: headers.flatMap(ruleOf) };
  return { file: fileOf(stack, "headers", "json"), text: `${JSON.stringify(document, null, 2)}\n` };
}

function ruleOf({ source, syntax, has, missing, set, remove }: SiteHeaders): AppHeaders[] {
  const path = patternExpression({ source, syntax });
  if (path === undefined) return [];
  return [
    {
      path,
      ...(has.length > 0 && { has }),
      ...(missing.length > 0 && { missing }),
      set,
      ...(remove.length > 0 && { remove }),
    },
  ];
}

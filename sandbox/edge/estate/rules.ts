import { type LedgerObject, type StoredMap } from "../../ledger/record";
import { mapIn, mapsIn, numberIn, textIn, textMapIn } from "./fields";

/** Something that a request must have, or must not have. */
export interface Requirement {
  type: string;
  key: string | undefined;
  value: string | undefined;
}

/** A change of the answer's headers that is more than setting one. */
export interface Transform {
  op: "set" | "append" | "delete";
  /** Lower case. */
  header: string;
  value: string;
}

/** A routing rule of a project, as Vercel acts on it. */
export interface Rule {
  name: string;
  source: string;
  syntax: string;
  has: Requirement[];
  missing: Requirement[];
  /** Response headers, names in lower case. */
  headers: Record<string, string>;
  transforms: Transform[];
  /** Where a rewrite or a redirect leads. */
  dest: string | undefined;
  status: number | undefined;
}

/** The rules that are on, in the order that their positions give: a new one goes to the start or beside another. */
export function rulesOf(routes: readonly LedgerObject[]): Rule[] {
  const order: LedgerObject[] = [];
  for (const route of routes) order.splice(placeOf(route, order), 0, route);
  return order.filter(({ outputs }) => outputs["enabled"] !== false).map(ruleOf);
}

function placeOf({ outputs }: LedgerObject, order: readonly LedgerObject[]): number {
  const position = mapIn(outputs, "position");
  const placement = textIn(position, "placement") ?? "end";
  const reference = order.findIndex(({ id }) => id === position["referenceRouteId"]);
  if (placement === "start") return 0;
  if (reference < 0) return order.length;
  return placement === "before" ? reference : reference + 1;
}

function ruleOf({ outputs }: LedgerObject): Rule {
  const route = mapIn(outputs, "route");
  return {
    name: textIn(outputs, "name") ?? "",
    source: textIn(route, "src") ?? "",
    syntax: textIn(outputs, "srcSyntax") ?? "regex",
    has: mapsIn(route, "has").map(requirementOf),
    missing: mapsIn(route, "missings").map(requirementOf),
    headers: lowerCased(textMapIn(route, "headers")),
    transforms: mapsIn(route, "transforms").flatMap(transformOf),
    dest: textIn(route, "dest"),
    status: numberIn(route, "status"),
  };
}

function requirementOf(condition: StoredMap): Requirement {
  return {
    type: textIn(condition, "type") ?? "",
    key: textIn(condition, "key"),
    value: textIn(condition, "value"),
  };
}

/** Target and arguments are JSON in a text. Source: terraform-provider-vercel 5.4.1, project_route. */
function transformOf(transform: StoredMap): Transform[] {
  const op = textIn(transform, "op");
  const header = keyIn(textIn(transform, "target"));
  if (transform["type"] !== "response.headers" || header === undefined) return [];
  if (op !== "set" && op !== "append" && op !== "delete") return [];
  return [{ op, header: header.toLowerCase(), value: argument(textIn(transform, "args")) }];
}

function keyIn(target: string | undefined): string | undefined {
  const parsed = parse(target);
  return typeof parsed === "object" && parsed !== null
    ? textIn(parsed as StoredMap, "key")
    : undefined;
}

function argument(args: string | undefined): string {
  const parsed = parse(args);
  return Array.isArray(parsed) ? parsed.join(", ") : typeof parsed === "string" ? parsed : "";
}

function parse(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

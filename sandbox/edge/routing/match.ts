import { getTransformedRoutes } from "@vercel/routing-utils";
import { type Requirement, type Rule } from "../estate/rules";
import { type EdgeRequest } from "./request";

/** A pattern as Vercel compiles it: the expression, and where a redirect or rewrite leads with `$1` for its groups. */
interface Compiled {
  matcher: RegExp;
  dest: string | undefined;
}

const compiled = new Map<string, Compiled | undefined>();

/** Whether a rule acts on a request; then where it leads, with the groups of its pattern filled in. */
export function matched(
  rule: Rule,
  request: EdgeRequest,
): { dest: string | undefined } | undefined {
  const pattern = compile(rule);
  const groups = pattern?.matcher.exec(request.path);
  if (!pattern || !groups) return undefined;
  const holds = (requirement: Requirement) => meets(requirement, request);
  if (!rule.has.every(holds) || rule.missing.some(holds)) return undefined;
  return { dest: pattern.dest && filled(pattern.dest, groups) };
}

function compile(rule: Rule): Compiled | undefined {
  const key = JSON.stringify([rule.syntax, rule.source, rule.dest, rule.status]);
  if (!compiled.has(key)) compiled.set(key, compilers[rule.syntax]?.(rule));
  return compiled.get(key);
}

const compilers: Readonly<Record<string, (rule: Rule) => Compiled | undefined>> = {
  equals: ({ source, dest }) => ({ matcher: new RegExp(`^${literal(source)}$`), dest }),
  regex: ({ source, dest }) => {
    const src = sourceOf(getTransformedRoutes({ routes: [{ src: source, continue: true }] }));
    return src === undefined ? undefined : { matcher: new RegExp(src), dest };
  },
  "path-to-regexp": ({ source, dest, status = 307 }) => {
    const destination = dest ?? "/";
    const made = getTransformedRoutes({ redirects: [{ source, destination, statusCode: status }] });
    const src = sourceOf(made);
    const location = made.routes?.flatMap((it) => ("headers" in it ? [it.headers] : []))[0];
    if (src === undefined) return undefined;
    return { matcher: new RegExp(src), dest: dest && location?.["Location"] };
  },
};

/** The expression that Vercel's own converter makes; none of a pattern that it refuses. */
function sourceOf({ routes, error }: ReturnType<typeof getTransformedRoutes>): string | undefined {
  return error ? undefined : routes?.flatMap((it) => ("src" in it ? [it.src] : []))[0];
}

function meets({ type, key = "", value }: Requirement, request: EdgeRequest): boolean {
  const found = part(type, key, request);
  if (found === undefined) return false;
  return value === undefined || found === value || new RegExp(`^(?:${value})$`).test(found);
}

function part(
  type: string,
  key: string,
  { host, headers, query }: EdgeRequest,
): string | undefined {
  switch (type) {
    case "host":
      return host;
    case "header":
      return headers[key.toLowerCase()];
    case "cookie":
      return cookieIn(headers["cookie"], key);
    case "query":
      return new URLSearchParams(query).get(key) ?? undefined;
    default:
      return undefined;
  }
}

export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [found, ...value] = pair.trim().split("=");
    if (found === name) return value.join("=");
  }
  return undefined;
}

const filled = (dest: string, groups: RegExpExecArray): string =>
  dest.replace(/\$(\d+)/g, (_, number: string) => groups[Number(number)] ?? "");

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

import { type Condition, type Limit } from "../estate/firewall";
import { type EdgeAnswer, type EdgeRequest, html } from "./request";

/** How often each client was counted by each rule in the window that runs. Fixed windows, as the rules declare. */
export class Windows {
  readonly #counts = new Map<string, { until: number; count: number }>();

  constructor(private readonly now: () => Date) {}

  /** Counts one request, and answers how many there were in this window, and how many seconds it still lasts. */
  count(key: string, seconds: number): { count: number; left: number } {
    const now = this.now().getTime();
    this.#forget(now);
    const known = this.#counts.get(key) ?? { until: now + seconds * 1000, count: 0 };
    this.#counts.set(key, { ...known, count: known.count + 1 });
    return { count: known.count + 1, left: Math.ceil((known.until - now) / 1000) };
  }

  #forget(now: number): void {
    for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key);
  }
}

// Requirement: HDR-14
/** What the firewall answers in place of the app; undefined for a request that it lets through. */
export function stopped(
  { id, limits }: { id: string; limits: readonly Limit[] },
  request: EdgeRequest,
  windows: Windows,
): EdgeAnswer | undefined {
  for (const limit of limits.filter(({ groups }) => groups.some((group) => all(group, request)))) {
    const { rate } = limit;
    if (!rate) {
      const answer = stops[limit.action];
      if (answer) return answer();
      continue;
    }
    const { count, left } = windows.count(`${id} ${limit.name} ${request.client}`, rate.seconds);
    if (count > rate.limit) return stops[rate.action]?.(left);
  }
  return undefined;
}

/** Actions that end a request; `log` and `bypass` let it through. */
const stops: Readonly<Record<string, (seconds?: number) => EdgeAnswer>> = {
  deny: () => mitigated(403, "deny", "Forbidden"),
  challenge: () => mitigated(403, "challenge", "Vercel Security Checkpoint"),
  rate_limit: (seconds = 60) => {
    const answer = mitigated(429, "deny", "Too Many Requests");
    return { ...answer, headers: { ...answer.headers, "retry-after": String(seconds) } };
  },
};

function mitigated(status: number, how: string, title: string): EdgeAnswer {
  const answer = html(status, `<!doctype html><title>${title}</title><h1>${title}</h1>\n`);
  return { ...answer, headers: { ...answer.headers, "x-vercel-mitigated": how } };
}

const all = (group: readonly Condition[], request: EdgeRequest): boolean =>
  group.every((condition) => holds(condition, request));

const comparisons: Readonly<Record<string, (found: string, value: string) => boolean>> = {
  eq: (found, value) => found === value,
  neq: (found, value) => found !== value,
  pre: (found, value) => found.startsWith(value),
  suf: (found, value) => found.endsWith(value),
  sub: (found, value) => found.includes(value),
  re: (found, value) => new RegExp(value).test(found),
  ex: () => true,
};

function holds({ type, op, key, value }: Condition, request: EdgeRequest): boolean {
  const found = subject(type, key, request);
  if (op === "nex") return found === undefined;
  return found !== undefined && (comparisons[op]?.(found, value) ?? false);
}

function subject(type: string, key: string | undefined, request: EdgeRequest): string | undefined {
  const subjects: Readonly<Record<string, string | undefined>> = {
    path: request.path,
    method: request.method,
    host: request.host,
    ip_address: request.client,
    header: request.headers[(key ?? "").toLowerCase()],
    user_agent: request.headers["user-agent"],
  };
  return subjects[type];
}

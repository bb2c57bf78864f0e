/** What a health endpoint answered. */
export interface HealthAnswer {
  /** HTTP status. */
  status: number;
  body: string;
}

/** Milliseconds after which a health report says nothing about now: it comes from a cache, or from a stopped clock. */
const longestAge = 300_000;

// Requirement: UPT-01, UPT-02
/**
 * What is wrong with a health report, one clause each; empty when all is well: its status and each of its checks healthy,
 * of now, with a version. A check that cannot tell counts as one that fails: 200 is for "all is well" and nothing else.
 */
export function healthFindings({ status, body }: HealthAnswer, now: Date): string[] {
  const report = objectIn(body);
  if (!report) return ["the health report is no JSON object"];
  const bad = Object.entries(record(report["checks"])).flatMap(([name, check]) => {
    const state = stateOf(check);
    return state === "healthy" ? [] : [`${shown(name)} is ${state}`];
  });
  const found = [...bad, ...fieldFindings(report, now)];
  if (bad.length > 0 && status === 200) found.push("answers 200 all the same, wanted 503");
  return found;
}

function fieldFindings(report: Record<string, unknown>, now: Date): string[] {
  const { status, version } = report;
  const time = report["time"] ?? report["timestamp"];
  const found: string[] = [];
  if (status !== "healthy") found.push(`the report's status is ${shown(status)}`);
  const at = typeof time === "string" ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(at)) found.push("the report has no time");
  else if (Math.abs(now.getTime() - at) > longestAge) found.push("the report is not of now");
  if (typeof version !== "string" || version === "") found.push("the report has no version");
  return found;
}

function stateOf(check: unknown): string {
  const state = typeof check === "string" ? check : record(check)["status"];
  return typeof state === "string" && state !== "" ? shown(state) : "unknown";
}

/** What a server says of itself ends up in logs: a word, never a page. */
function shown(text: unknown): string {
  return typeof text === "string" && /^[\w -]{1,40}$/.test(text) ? text : "unknown";
}

function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

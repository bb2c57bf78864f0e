import type { Answer } from "./ask";
import type { Target } from "./plan";

const day = 86_400_000;
/** Milliseconds after which a health report says nothing about now: it comes from a cache, or from a stopped clock. */
const longestAge = 300_000;

// Requirement: UPT-01, UPT-02, UPT-03, HDR-12
/** What is wrong with a host's answer, one clause each; empty when all is well. */
export function findings(target: Target, answer: Answer, now: Date): string[] {
  return [
    ...statusFindings(target, answer),
    ...redirectFindings(target, answer),
    ...headerFindings(target, answer),
    ...(target.health ? healthFindings(answer, now) : []),
  ];
}

// Requirement: HDR-13
/** What is wrong with how long the certificate is still valid. */
export function certificateFindings({ validTo }: Answer, leastDays: number, now: Date): string[] {
  const days = Math.floor((validTo.getTime() - now.getTime()) / day);
  if (Number.isNaN(days)) return ["the certificate does not say until when it is valid"];
  if (days >= leastDays) return [];
  return [`the certificate is valid for ${days} days more, fewer than ${leastDays}`];
}

function statusFindings({ status }: Target, answer: Answer): string[] {
  return answer.status === status ? [] : [`status ${answer.status}, wanted ${status}`];
}

function redirectFindings({ redirect, host, path }: Target, { headers }: Answer): string[] {
  if (redirect === undefined) return [];
  const to = headers["location"] ?? "";
  const base = `https://${host}${path}`;
  const url = URL.canParse(to, base) ? new URL(to, base) : undefined;
  const leads = url?.protocol === "https:" && url.hostname === redirect;
  return leads ? [] : [`leads to ${to || "nowhere"}, wanted https://${redirect}`];
}

/** Names in any case: HTTP/2 knows small letters alone. Values as declared, but for space around them. */
function headerFindings({ headers: wanted }: Target, { headers }: Answer): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    const found = headers[name.toLowerCase()]?.trim();
    if (found === undefined) return [`no header ${name}`];
    return value === "" || found === value.trim() ? [] : [`header ${name} is not as declared`];
  });
}

/** A check that cannot tell counts as one that fails: 200 is for "all is well" and for nothing else. */
function healthFindings({ status, body }: Answer, now: Date): string[] {
  const report = objectIn(body);
  if (!report) return ["the health report is no JSON object"];
  const bad = Object.entries(record(report["checks"])).flatMap(([name, check]) => {
    const state = stateOf(check);
    return state === "healthy" ? [] : [`${name} is ${state}`];
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

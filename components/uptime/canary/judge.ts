import { healthFindings } from "../../../core/health-report";
import type { Answer } from "./ask";
import type { Target } from "./plan";

const day = 86_400_000;

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

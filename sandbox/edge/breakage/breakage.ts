import { type Problem, UserError } from "../../../core/errors";

/**
 * `health`: the health report says unhealthy, with 503. `header`: one response header is missing or another. `latency`:
 * answers come late. `certificate`: the certificate is valid for few days. `down`: a release that answers 500 to
 * everything, or a host that cuts every connection.
 */
export const breakageKinds = ["health", "header", "latency", "certificate", "down"] as const;
export type BreakageKind = (typeof breakageKinds)[number];

/** Something that is broken on purpose, until it is mended. */
export interface Breakage {
  kind: BreakageKind;
  /** Host by which users know it: `app.example.com`. */
  host: string;
  /** Deployment on Vercel or image on Fly that alone is broken: another one cures it. Left out, the host is. */
  release?: string;
  /** Of a header. */
  header?: string;
  /** What the header says instead; left out, it is missing. */
  value?: string;
  /** Of latency, in milliseconds. */
  delayMs?: number;
  /** Of a certificate: days that it is still valid; 0 and less is one that has ended. */
  days?: number;
}

export interface KnownBreakage extends Breakage {
  id: number;
}

/** Which breakages need which of the fields. */
const needs: Partial<Record<BreakageKind, "header" | "delayMs" | "days">> = {
  header: "header",
  latency: "delayMs",
  certificate: "days",
};

/** Throws `UserError` (1) naming everything that is wrong. */
export function checkBreakage(breakage: Breakage): void {
  const { kind, host, delayMs, days, header } = breakage;
  const needed = needs[kind];
  const problems = [
    breakageKinds.includes(kind) ? undefined : wrong("kind", kind, breakageKinds.join(", ")),
    /^[a-z0-9.-]+$/.test(host) ? undefined : wrong("host", host, "a host such as app.example.com"),
    needed && breakage[needed] === undefined ? wrong(needed, "nothing", wanted[needed]) : undefined,
    delayMs === undefined || (Number.isInteger(delayMs) && delayMs >= 0 && delayMs <= 60_000)
      ? undefined
      : wrong("delayMs", String(delayMs), wanted.delayMs),
    days === undefined || Number.isFinite(days)
      ? undefined
      : wrong("days", String(days), wanted.days),
    header === undefined || /^[A-Za-z0-9-]+$/.test(header)
      ? undefined
      : wrong("header", header, wanted.header),
    kind === "certificate" && breakage.release !== undefined
      ? wrong("release", breakage.release, "no release: a host has one certificate")
      : undefined,
  ].filter((found): found is Problem => found !== undefined);
  if (problems.length > 0) throw new UserError(problems, 1);
}

const wanted = {
  header: "the name of a response header",
  delayMs: "milliseconds from 0 to 60000",
  days: "a number of days",
} as const;

function wrong(path: string, found: string, allowed: string): Problem {
  return { where: { path }, found: `got ${JSON.stringify(found)}`, allowed };
}

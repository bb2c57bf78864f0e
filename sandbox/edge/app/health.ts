import { type EdgeAnswer, json } from "../routing/request";

/** What a health report tells beside its status. */
export interface Health {
  /** What runs: a commit or an image. */
  version: string;
  /** Each is healthy, or with `isBroken` the first of them is not. */
  checks: readonly string[];
  isBroken: boolean;
  now: Date;
}

// Requirement: UPT-01, UPT-02
/** A health report: 200 while every check is healthy, 503 as soon as one is not. */
export function healthReport({ version, checks, isBroken, now }: Health): EdgeAnswer {
  const report = checks.map((name, index) => {
    const status = isBroken && index === 0 ? "unhealthy" : "healthy";
    return [name, { status, responseTime: 1 }] as const;
  });
  const answer = json(isBroken ? 503 : 200, {
    status: isBroken ? "unhealthy" : "healthy",
    time: now.toISOString(),
    version,
    checks: Object.fromEntries(report),
  });
  return { ...answer, headers: { ...answer.headers, "cache-control": "no-store" } };
}

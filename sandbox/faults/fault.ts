import { type Problem, UserError } from "../../core/errors";
import { isPartType } from "../cloud/supabase/parts";

export const faultOperations = ["create", "update", "delete", "read", "check", "diff"] as const;
export type FaultOperation = (typeof faultOperations)[number];

/**
 * `fail`: answers an error. `delay`: waits. `drop-reply`: never answers. `exit`: the provider dies, its connections
 * break, and the next lease starts it again.
 */
export const faultModes = ["fail", "delay", "drop-reply", "exit"] as const;
export type FaultMode = (typeof faultModes)[number];

/** Whether it strikes before the cloud did anything, or when everything is done but nobody was told. */
export const faultMoments = ["before", "after"] as const;
export type FaultMoment = (typeof faultMoments)[number];

/** A fault to come: it strikes once, at the n-th matching operation after it was armed, and is gone. */
export interface Fault {
  /** Only this stack's operations; any stack's when absent. */
  stack?: string;
  /** Type token. */
  type: string;
  op: FaultOperation;
  /** Counts from 1; previews of creates and updates are not counted. */
  nth: number;
  mode: FaultMode;
  when: FaultMoment;
  /** What a `fail` answers. */
  message?: string;
  /** HTTP status of a `fail` in Supabase's HTTP interfaces (`supabase:api/…`), 400 to 599; default 500. */
  status?: number;
  /** For `delay`; default 1,000. */
  delayMs?: number;
}

export interface ArmedFault extends Fault {
  id: number;
  /** Matching operations so far. */
  seen: number;
}

/** Throws `UserError` (1) naming everything that is wrong with a fault. */
export function checkFault(fault: Fault): void {
  const problems = [
    oneOf("op", fault.op, faultOperations),
    oneOf("mode", fault.mode, faultModes),
    oneOf("when", fault.when, faultMoments),
    wholeFrom("nth", fault.nth, 1),
    fault.status === undefined ? undefined : statusProblem(fault.status, fault),
    fault.delayMs === undefined ? undefined : wholeFrom("delayMs", fault.delayMs, 0),
    /^[^:]+:[^:]+:[^:]+$/.test(fault.type)
      ? undefined
      : problem("type", fault.type, "a type token such as vercel:index/project:Project"),
  ].filter((found): found is Problem => found !== undefined);
  if (problems.length > 0) throw new UserError(problems, 1);
}

/** Providers answer over gRPC, which knows no such number; and only an answer can have one. */
function statusProblem(status: number, { mode, type }: Fault): Problem | undefined {
  const isStatus = Number.isInteger(status) && status >= 400 && status <= 599;
  if (!isStatus) return problem("status", String(status), "a whole number from 400 to 599");
  const isHttp = mode === "fail" && isPartType(type);
  return isHttp
    ? undefined
    : problem("status", String(status), "no status, but for a fail of a supabase:api/… type");
}

function oneOf(path: string, value: string, allowed: readonly string[]): Problem | undefined {
  return allowed.includes(value) ? undefined : problem(path, value, allowed.join(", "));
}

function wholeFrom(path: string, value: number, least: number): Problem | undefined {
  const fine = Number.isInteger(value) && value >= least;
  return fine ? undefined : problem(path, String(value), `a whole number from ${least}`);
}

function problem(path: string, value: string, allowed: string): Problem {
  return { where: { path }, found: `got ${JSON.stringify(value)}`, allowed };
}

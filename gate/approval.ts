import type { RuleResult } from "../core/finding";
import { type GateInputs, differences, digestOf, shortDigest } from "./digest";

/** What a clean preview leaves behind, and the only thing that lets an update of its own process or another one run. */
export interface Approval {
  format: 1;
  stack: string;
  /** ISO time of the preview. */
  at: string;
  /** Over everything else here but the time. */
  digest: string;
  inputs: GateInputs;
  /** Digest of every answer of every rule. */
  results: string;
  /** Digest of the engine's update plan and of the config that opens it. */
  plan: string;
  /** Last days of the waivers without which the rules would have refused. */
  waivers: readonly { rule: string; expires: string }[];
}

export interface NewApproval {
  stack: string;
  at: Date;
  inputs: GateInputs;
  results: readonly RuleResult[];
  plan: string;
}

export function approve({ stack, at, inputs, results, plan }: NewApproval): Approval {
  const waivers = results.flatMap(({ rule, waiver }) =>
    waiver ? [{ rule, expires: waiver.expires }] : [],
  );
  const content = { stack, inputs, results: digestOf(results), plan, waivers };
  return { format: 1, at: at.toISOString(), digest: digestOf(content), ...content };
}

export interface Circumstances {
  stack: string;
  now: Date;
  /** Hours that an approval counts. */
  maxHours: number;
  inputs: GateInputs;
  /** Digest of the plan as it is now; absent when it is gone. */
  plan?: string;
}

const hour = 3_600_000;

/** Why this approval does not let an update run now, one sentence each; empty when it does. */
export function objections(approval: Approval, now: Circumstances): string[] {
  return [
    ...damage(approval, now),
    ...tooOld(approval, now),
    ...expired(approval, now),
    ...differences(approval.inputs, now.inputs),
  ];
}

/** An approval that was written to, cut short or copied from another stack proves nothing. */
function damage(approval: Approval, { stack, plan }: Circumstances): string[] {
  const { inputs, results, waivers } = approval;
  const content = { stack: approval.stack, inputs, results, plan: approval.plan, waivers };
  const whole = digestOf(content) === approval.digest;
  return [
    !whole && `the approval ${shortDigest(approval.digest)} does not match its own digest`,
    approval.stack !== stack && `the approval is for stack ${approval.stack}`,
    plan !== approval.plan &&
      `the engine's update plan ${plan === undefined ? "is gone" : "changed"}`,
  ].filter((line) => line !== false);
}

function tooOld({ at }: Approval, { now, maxHours }: Circumstances): string[] {
  const age = (now.getTime() - Date.parse(at)) / hour;
  // A time that cannot be read, or lies ahead, is no proof of being recent.
  if (age >= 0 && age <= maxHours) return [];
  const found = Number.isFinite(age) ? `${Math.floor(age)} hours old` : "of no readable time";
  return [`the preview is ${found}; an approval counts for ${maxHours} hours`];
}

function expired({ waivers }: Approval, { now }: Circumstances): string[] {
  const today = now.toISOString().slice(0, "YYYY-MM-DD".length);
  const over = waivers.filter(({ expires }) => expires < today);
  return over.map(({ rule, expires }) => `the waiver of ${rule} ended on ${expires}`);
}

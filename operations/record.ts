import { z } from "zod";

/** What an operation comes to: done, it found something, it refused to begin or go on, or something broke. */
export const recordResults = ["done", "finding", "refused", "failed"] as const;
export type RecordResult = (typeof recordResults)[number];

/** What one step comes to. A step that could not be run is skipped, which is never a pass. */
export const stepResults = [...recordResults, "skipped"] as const;
export type StepResult = (typeof stepResults)[number];

const step = z.strictObject({
  name: z.string().min(1),
  result: z.enum(stepResults),
  /** One line for a person: what was read, what was changed, or what to set. Never a secret. */
  said: z.string(),
  seconds: z.number().nonnegative(),
});

const response = z.strictObject({
  /** Host and path, without a query. */
  address: z.string().min(1),
  /** Median of the samples. */
  milliseconds: z.number().nonnegative(),
  samples: z.number().int().min(1),
});

const change = z.strictObject({
  name: z.string().min(1),
  type: z.string().min(1),
  /** `create`, `update`, `replace`, `delete`; ` failed` behind what the provider refused. */
  operation: z.string().min(1),
  /** Inputs that differ. No values. */
  properties: z.array(z.string()).readonly(),
  /** What that comes to, in the words that the rules about changes have. */
  meaning: z
    .array(
      z.strictObject({
        what: z.string(),
        before: z.string(),
        after: z.string(),
        direction: z.enum(["weaker", "stronger", "other"]),
      }),
    )
    .readonly(),
});

/** An exception to a rule that held during an update. */
const waived = z.strictObject({
  rule: z.string(),
  target: z.string(),
  owner: z.string(),
  expires: z.string(),
});

export const operationRecord = z.strictObject({
  /** When it ended, ISO 8601 in UTC. */
  at: z.iso.datetime(),
  /** `up`, `rollback`, `drift`, `ops daily`: as it was asked for. */
  operation: z.string().min(1),
  stack: z.string().min(1),
  /** Who ran it: a name of the machine or of the pipeline. */
  by: z.string().min(1),
  /** Nothing was to be changed. */
  dryRun: z.boolean(),
  result: z.enum(recordResults),
  /** How long it took. */
  seconds: z.number().nonnegative(),
  steps: z.array(step).readonly(),
  /** On the cloud of a machine, which is nobody's production; left out, on a real one. */
  sandbox: z.literal(true).optional(),
  /** The commit of the program that it ran. */
  commit: z.string().min(1).optional(),
  /** How long addresses took to answer, of what asks for that. */
  responses: z.array(response).readonly().optional(),
  /** Of an update: the digest of what was approved for it. */
  digest: z.string().min(1).optional(),
  /** Of an update: what it changed, as far as it came. */
  changes: z.array(change).readonly().optional(),
  /** Of an update: the waivers of the stack's file. */
  waivers: z.array(waived).readonly().optional(),
});

/** One line of a stack's audit history: an operation that somebody ran, and what it came to. */
export type OperationRecord = z.infer<typeof operationRecord>;
/** What some operations tell beside their steps. */
export type RecordedMore = Pick<OperationRecord, "responses" | "digest" | "changes" | "waivers">;
export type OperationStep = z.infer<typeof step>;

/** The worst that a step came to. Nothing but skipped steps is a finding: what was asked for was not done. */
export function resultOf(steps: readonly Pick<OperationStep, "result">[]): RecordResult {
  const worst = (["failed", "refused", "finding"] as const).find((result) =>
    steps.some((one) => one.result === result),
  );
  const all = steps.length > 0 && steps.every(({ result }) => result === "skipped");
  return worst ?? (all ? "finding" : "done");
}

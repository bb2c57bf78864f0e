import { z } from "zod";
import { parseJson } from "../../core/json";
import { parseUrn } from "../../core/urn";

const urn = z.string().refine(isUrn);

const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);
const state = z.object({
  custom: z.boolean().default(false),
  parent: z.string().default(""),
  protect: z.boolean().default(false),
  inputs: z.record(z.string(), z.unknown()).nullish(),
});

const step = z.object({
  metadata: z.object({
    op: z.string(),
    urn,
    type: z.string(),
    diffs: names,
    new: state.nullish(),
  }),
});

const pack = { policyPackName: z.string(), policyPackVersion: z.string().default("") };
const answers = z.object({ ...pack, passed: names, failed: names });

/** What is read of an engine's event (apitype.EngineEvent). Whatever else it holds is left, as are other events. */
const eventSchema = z.object({
  sequence: z.number(),
  /** Seconds since 1970. */
  timestamp: z.number(),
  resourcePreEvent: step.optional(),
  resOpFailedEvent: step.optional(),
  diagnosticEvent: z.object({ severity: z.string(), message: z.string() }).optional(),
  policyEvent: z
    .object({
      ...pack,
      resourceUrn: z.union([urn, z.literal("")]).default(""),
      policyName: z.string(),
      message: z.string(),
      enforcementLevel: z.string(),
      severity: z.string().default(""),
    })
    .optional(),
  policyAnalyzeSummaryEvent: answers.extend({ resourceUrn: urn }).optional(),
  policyAnalyzeStackSummaryEvent: answers.optional(),
  summaryEvent: z
    .object({
      maybeCorrupt: z.boolean().default(false),
      /** Older engines leave it out. */
      result: z.string().optional(),
      /** `name`, or `name|local|folder` → version. Spelled so by the engine. */
      PolicyPacks: z.record(z.string(), z.string()).nullish(),
    })
    .optional(),
  errorEvent: z.object({ error: z.string() }).optional(),
  /** The last one of every run, also of one that nobody cancelled. */
  cancelEvent: z.object({}).optional(),
});

export type ForeignEvent = z.infer<typeof eventSchema>;

/** The events of a stream, and how many of its lines are none that can be read. */
export interface ReadEvents {
  events: readonly ForeignEvent[];
  unreadable: number;
}

/** Reads an engine's event log: a JSON object a line. What is cut or not an event is counted, never thrown. */
export function readEvents(text: string): ReadEvents {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const events = lines.flatMap((line) => eventSchema.safeParse(parseJson(line)).data ?? []);
  return { events, unreadable: lines.length - events.length };
}

/** Names of stacks as engines allow them: they become names of folders. */
const stackName = /^(?!\.+$)[\w.-]{1,100}$/;

function isUrn(text: string): boolean {
  try {
    const { stack, name } = parseUrn(text);
    return name !== "" && stackName.test(stack);
  } catch {
    return false;
  }
}

import { createHash } from "node:crypto";
import { z } from "zod";
import { groupBy } from "../../core/group";
import { parseJson } from "../../core/json";
import { byText } from "../../core/order";
import { isOpen } from "../build";
import { scoreOf } from "../counts";
import type { Report, ReportedResult } from "../model";

const count = z.number().int().min(0);
const counts = z.object({
  pass: count,
  fail: count,
  unknown: count,
  error: count,
  notApplicable: count,
  waived: count,
});
const score = z.number().min(0).max(100);
/** Ids of answers by rule: fingerprints of rule, target and property, and none of their names or values. */
const marks = z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{16}$/)));

const recordSchema = z.object({
  version: z.literal(1),
  project: z.string(),
  stack: z.string(),
  /** ISO 8601 in UTC: when the stack was judged. */
  at: z.iso.datetime(),
  origin: z.enum(["check", "preview", "up", "state", "events"]),
  commit: z.string().optional(),
  digest: z.string().optional(),
  /** Version of the rules. */
  rules: z.string(),
  verdict: z.enum(["clean", "advice", "refused", "broken"]),
  resources: count,
  counts,
  score,
  families: z.array(z.object({ family: z.string(), counts, score })),
  /** Expected US dollars a month, as decimal text. */
  monthlyUsd: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional(),
  open: marks,
  waived: marks,
});

/** What is kept of a run: enough for a trend and for what changed since, and nothing of what was judged. */
export type HistoryRecord = z.infer<typeof recordSchema>;

export function recordOf({ run, verdict, ...report }: Report): HistoryRecord {
  const { project, stack, at, origin, commit, digest, pack } = run;
  const monthlyUsd = report.costs?.total.expected;
  return {
    version: 1,
    project,
    stack,
    at,
    origin,
    ...(commit !== undefined && { commit }),
    ...(digest !== undefined && { digest }),
    rules: pack.version,
    verdict,
    resources: report.resources.length,
    counts: report.counts,
    score: scoreOf(report.counts),
    families: [...report.families],
    ...(monthlyUsd !== undefined && { monthlyUsd }),
    open: marksOf(report.results.filter(isOpen)),
    waived: marksOf(report.results.filter(({ waiver }) => waiver)),
  };
}

function marksOf(results: readonly ReportedResult[]): HistoryRecord["open"] {
  const byRule = [...groupBy(results, ({ rule }) => rule)].sort(byText(([rule]) => rule));
  return Object.fromEntries(byRule.map(([rule, all]) => [rule, all.map(({ id }) => id).sort()]));
}

/** A record as it is kept. Its name holds the digest of its text, so that no two runs write the same file. */
export function recordFile(record: HistoryRecord): { name: string; text: string } {
  const text = `${JSON.stringify(record)}\n`;
  return { name: `${record.at.replaceAll(":", "-")}-${digestOf(text)}.json`, text };
}

const named = /^\d{4}-\d\d-\d\dT[\d.-]+Z-([0-9a-f]{16})\.json$/;

/** A record, or why a file is none: in words that follow its name. */
export function readRecord(name: string, text: string): HistoryRecord | string {
  const digest = named.exec(name)?.[1];
  if (digest === undefined) return "no record of a report";
  if (digest !== digestOf(text)) return "cut short, or changed since it was written";
  const parsed = recordSchema.safeParse(parseJson(text));
  return parsed.data ?? "a record that this version cannot read";
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

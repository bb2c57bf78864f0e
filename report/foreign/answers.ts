import { withoutColours } from "../../core/engine-text";
import type { Level, RuleResult, Severity } from "../../core/finding";
import type { ReportedRule } from "../model";
import type { ForeignEvent } from "./events";

type PolicyEvent = NonNullable<ForeignEvent["policyEvent"]>;
type Summary = NonNullable<ForeignEvent["policyAnalyzeStackSummaryEvent"]>;

/** What packs of anybody answered, and the policies that did, as results and rules of a report. */
export interface ForeignAnswers {
  results: RuleResult[];
  rules: ReportedRule[];
}

/** Whatever is none of these refuses the run: `mandatory`, `remediate` and levels that are not known here. */
const told: ReadonlySet<string> = new Set(["advisory", "warning", "none", "disabled"]);

const severities: readonly Severity[] = ["low", "medium", "high", "critical"];

/** An engine says which policies of a pack passed, not whether they were about the resource at all. */
const passed = "the pack reported no violation";
const silent = "the pack says that this does not hold, and not why";

/** `stackUrn` is the target of what packs say of the whole stack. */
export function answersOf(events: readonly ForeignEvent[], stackUrn: string): ForeignAnswers {
  const violations = events.flatMap(({ policyEvent }) => policyEvent ?? []);
  const known = new Map<string, PolicyEvent>();
  for (const one of violations) known.set(ruleOf(one.policyPackName, one.policyName), one);
  const failed = violations.map((one) => violationOf(one, stackUrn));
  const about = new Set(failed.map(({ rule, urn }) => key(rule, urn)));
  const failedRules = new Set(failed.map(({ rule }) => rule));
  const summaries = events.flatMap((event) => [
    ...summaryOf(event.policyAnalyzeSummaryEvent, event.policyAnalyzeSummaryEvent?.resourceUrn),
    // A policy about the stack may name any resource of it.
    ...summaryOf(event.policyAnalyzeStackSummaryEvent, stackUrn).filter(
      ({ rule, state }) => state === "pass" || !failedRules.has(rule),
    ),
  ]);
  const results = [
    ...failed,
    ...summaries.filter(({ rule, urn }) => !about.has(key(rule, urn))),
  ].map((result) => ({ ...result, severity: severityOf(known.get(result.rule)?.severity) }));
  return { results: distinct(results), rules: rulesOf(events, known) };
}

function summaryOf(summary: Summary | undefined, urn: string | undefined) {
  if (!summary || urn === undefined) return [];
  const { policyPackName } = summary;
  const of = (names: readonly string[], state: "pass" | "fail") =>
    names.map((name): Omit<RuleResult, "severity"> => ({
      rule: ruleOf(policyPackName, name),
      state,
      urn,
      level: "mandatory",
      message: state === "pass" ? passed : silent,
    }));
  return [...of(summary.passed, "pass"), ...of(summary.failed, "fail")];
}

function violationOf(event: PolicyEvent, stackUrn: string): Omit<RuleResult, "severity"> {
  return {
    rule: ruleOf(event.policyPackName, event.policyName),
    state: "fail",
    urn: event.resourceUrn === "" ? stackUrn : event.resourceUrn,
    level: levelOf(event.enforcementLevel),
    message: wordsOf(event).message,
  };
}

function levelOf(enforcement: string): Level {
  return told.has(enforcement) ? "advisory" : "mandatory";
}

function severityOf(text: string | undefined): Severity {
  return severities.find((known) => known === text) ?? "medium";
}

/** The engine writes a policy's description above what it found. */
function wordsOf({ message }: PolicyEvent): { title?: string; message: string } {
  const [first = "", ...rest] = withoutColours(message).split("\n");
  if (rest.length === 0) return { message: first };
  return { title: first, message: rest.join(" ").trim() };
}

function rulesOf(
  events: readonly ForeignEvent[],
  known: ReadonlyMap<string, PolicyEvent>,
): ReportedRule[] {
  const rules = new Map<string, ReportedRule>();
  const add = (pack: string, version: string, name: string) => {
    const id = ruleOf(pack, name);
    const violation = known.get(id);
    rules.set(id, {
      id,
      family: pack,
      title: (violation && wordsOf(violation).title) ?? name,
      why: `A policy of the pack ${[pack, version].filter(Boolean).join(" ")}.`,
      fix: "See what the pack's own documentation says of it.",
      severity: severityOf(violation?.severity),
      topics: [],
      references: [],
    });
  };
  for (const event of events) {
    const { policyEvent, policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent } = event;
    for (const one of [policyAnalyzeSummaryEvent, policyAnalyzeStackSummaryEvent]) {
      for (const name of one ? [...one.passed, ...one.failed] : [])
        add(one?.policyPackName ?? "", one?.policyPackVersion ?? "", name);
    }
    if (policyEvent)
      add(policyEvent.policyPackName, policyEvent.policyPackVersion, policyEvent.policyName);
  }
  return [...rules.values()];
}

/** Two packs may name a policy alike. */
function ruleOf(pack: string, policy: string): string {
  return `${pack}/${policy}`;
}

function key(rule: string, urn: string): string {
  return JSON.stringify([rule, urn]);
}

/** A replaced resource is judged twice, and answered for once where the answers are the same. */
function distinct(results: readonly RuleResult[]): RuleResult[] {
  return [...new Map(results.map((result) => [JSON.stringify(result), result])).values()];
}

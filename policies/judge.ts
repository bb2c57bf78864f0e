import type { Level, RuleResult } from "../core/finding";
import { type Value, UNKNOWN } from "../core/value";
import { levelOf } from "./levels";
import type { RunSettings } from "./profile";
import { type Answer, type Answers, type RuleContext, type RuleText, makeKnown } from "./rule";
import type { OptionedRule, Options } from "./tighten";

/** What every rule of a run is judged with. */
export interface Bench {
  settings: RunSettings;
  optionsOf: (rule: OptionedRule) => Options;
  /** `YYYY-MM-DD` in UTC. */
  today: string;
}

/** Asks a rule about one target. A rule that throws answers `error`, for this target alone. */
export function ask(
  rule: RuleText,
  urn: string,
  { settings, optionsOf, today }: Bench,
  check: (context: RuleContext<never>) => Answers,
): RuleResult[] {
  try {
    // Options were parsed by the rule's own schema; only the rule knows their type.
    const answers = check({ options: optionsOf(rule) as never, settings, today });
    return [answers].flat().map((answer) => toResult(rule, { urn, ...answer }, settings));
  } catch (thrown) {
    return [brokenRule(rule, urn, thrown)];
  }
}

/** The answer of a rule that found no target at all. */
export function nothingToJudge(rule: RuleText, urn: string): RuleResult {
  const message = "nothing in the stack that this rule judges";
  const { id, severity } = rule;
  return { rule: id, state: "not-applicable", urn, level: "mandatory", severity, message };
}

function toResult(
  { id, severity, title }: RuleText,
  { state, urn, message, ...evidence }: Answer & { urn: string },
  settings: RunSettings,
): RuleResult {
  return {
    rule: id,
    state,
    urn,
    level: levelOfAnswer(id, state, settings),
    severity,
    message: message ?? sentence(state, evidence, title),
    ...evidence,
    ...(state === "unknown" && settings.onUnknown === "allow" && { allowed: true as const }),
  };
}

function levelOfAnswer(
  rule: string,
  state: Answer["state"],
  { tier, onUnknown }: RunSettings,
): Level {
  return state === "unknown" && onUnknown !== "fail" ? "advisory" : levelOf(rule, tier);
}

function sentence(
  state: Answer["state"],
  { property, input, found, wanted }: Omit<Answer, "state" | "urn" | "message">,
  title: string,
): string {
  const named = property ?? (state === "unknown" ? input : undefined);
  const subject = named ? `${named}: ` : "";
  const want = wanted === undefined ? "" : `, wanted ${show(wanted)}`;
  if (state === "fail") return `${subject}found ${show(found)}${want}`;
  if (state === "unknown") {
    return `${subject}not known before the update${want}; ${makeKnown}`;
  }
  return title;
}

function show(value: Value | undefined): string {
  if (value === undefined || value === null) return "nothing";
  if (value === UNKNOWN) return "a value not known yet";
  if (Array.isArray(value)) return value.map(show).join(", ") || "an empty list";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/**
 * Fails closed: mandatory on every tier. The error's own message stays out, because errors quote the values
 * they stumble over and policies see secrets in clear.
 */
function brokenRule({ id, severity }: RuleText, urn: string, thrown: unknown): RuleResult {
  const kind = thrown instanceof Error ? thrown.name : typeof thrown;
  const place = thrown instanceof Error ? placeOf(thrown) : undefined;
  const message = `the rule itself broke (${[kind, place].filter(Boolean).join(" at ")}), which counts as a failure; report it to the rule's authors`;
  return { rule: id, state: "error", urn, level: "mandatory", severity, message };
}

/** `csp.ts:41` of the innermost stack frame. */
function placeOf({ stack = "", message }: Error): string | undefined {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return /([^\s/\\(]+\.[cm]?[jt]s:\d+):\d+\)?$/m.exec(frames)?.[1];
}

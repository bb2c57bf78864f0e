import { shortType } from "../../core/urn";
import type { Value } from "../../core/value";
import type { DriftFinding } from "../../operations/drift/findings";
import type { IgnoredFinding } from "../../operations/drift/ignored";
import type { Drift } from "../../operations/drift/report";
import type { Unseen } from "../../operations/drift/unseen";
import { toJsonLine } from "../view/json";

export function driftText({ stack, resources, findings, ignored, unseen }: Drift): string {
  const counts = [
    `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`,
    ...(ignored.length > 0 ? [`${ignored.length} ignored`] : []),
    ...(unseen.length > 0 ? [`${unseen.length} not to be seen`] : []),
  ];
  return [
    ...findings.map(findingText),
    ...(ignored.length > 0 ? ["Ignored", ...ignored.map(ignoredText)] : []),
    ...(unseen.length > 0 ? ["Cannot be seen", ...unseen.map(unseenText)] : []),
    `${stack} drift: ${resources} resources read, ${counts.join(", ")}`,
  ].join("\n");
}

export function driftJson(drift: Drift): object {
  return { operation: "drift", exitCode: drift.findings.length > 0 ? 1 : 0, ...drift };
}

function findingText({
  severity,
  type,
  name,
  property,
  says,
  owner,
  ...values
}: DriftFinding): string {
  const what = [shortType(type), name, property].filter((part) => part !== undefined).join(" ");
  const differs = property === undefined ? [] : valuesText(values);
  return [`! ${what} (${severity}, owner ${owner})`, `    ${says}`, ...differs].join("\n");
}

function valuesText({ state, provider }: Pick<DriftFinding, "state" | "provider">): string[] {
  return [`    state     ${valueText(state)}`, `    provider  ${valueText(provider)}`];
}

function ignoredText({ type, name, property, reason, until }: IgnoredFinding): string {
  const what = [shortType(type), name, property].filter((part) => part !== undefined).join(" ");
  return `  ${what}: ${reason} (until ${until})`;
}

function unseenText({ what, why, resources }: Unseen): string {
  const [first = "", ...more] = resources;
  const of = more.length > 0 ? `${first} and ${more.length} more` : first;
  return `  ${what} (${of}): ${why}`;
}

/** A screen's width of it: what is longer is whole with --format json. */
const longest = 160;

function valueText(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  const text = toJsonLine(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

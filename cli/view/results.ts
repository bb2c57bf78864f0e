import { colours } from "./colours";
import type { PlacedResult } from "../../core/placed-result";
import type { ResultState, RuleResult } from "../../core/finding";
import { groupBy } from "../../core/group";
import { parseUrn, shortType } from "../../core/urn";
import { UNKNOWN, type Value } from "../../core/value";
import { changeRuleIds } from "../../policies/change-rules";
import { isFinding, refuses } from "../../policies/verdict";
import { placeText } from "./problems";

type Told = "hold" | "fail" | "advised against" | "unknown" | "broke" | "not applicable" | "waived";

const told: readonly Told[] = [
  "hold",
  "fail",
  "advised against",
  "unknown",
  "broke",
  "not applicable",
  "waived",
];

const words: Readonly<Record<ResultState, Told>> = {
  pass: "hold",
  fail: "fail",
  unknown: "unknown",
  error: "broke",
  "not-applicable": "not applicable",
};

/** `41 hold, 1 fail, 2 not applicable`: what is waived, and what refuses nothing, is counted apart from failures. */
export function countsText(results: readonly RuleResult[]): string {
  const counts = groupBy(results, wordOf);
  return told
    .flatMap((word) => {
      const count = counts.get(word)?.length ?? 0;
      return count > 0 ? [`${count} ${word}`] : [];
    })
    .join(", ");
}

function wordOf({ state, level, waiver }: RuleResult): Told {
  if (waiver) return "waived";
  return state === "fail" && level === "advisory" ? "advised against" : words[state];
}

/** Everything that is not a pass, worst first; each with what was found, what is wanted, where and how to mend it. */
export function findingsText(results: readonly PlacedResult[]): string {
  return results.filter(isFinding).map(findingText).join("\n");
}

function findingText(result: PlacedResult): string {
  const { name, type } = parseUrn(result.urn);
  const sign = result.waiver
    ? colours.cyan("○")
    : refuses(result)
      ? colours.red("✗")
      : colours.yellow("!");
  const target = type === "pulumi:pulumi:Stack" ? "the stack" : `${shortType(type)} ${name}`;
  const rows: [string, string | undefined][] = [
    ...(tellsItself(result) ? [["", result.message] as [string, string]] : []),
    ["in", result.property],
    ...(isChange(result) ? [] : evidence(result)),
    ["of", result.component],
    ["at", result.place && placeText(result.place)],
    ["code", result.source && placeText(result.source)],
    ["fix", result.fix],
    ["waived", result.waiver && waiverText(result.waiver)],
    ["by", result.waiverPlace && placeText(result.waiverPlace)],
  ];
  const head = `${sign} ${colours.bold(result.rule)} on ${target} (${result.level}, ${result.severity}${
    result.state === "fail" ? "" : `, ${result.state}`
  })`;
  return [head, ...rows.flatMap(([key, text]) => (text ? [`    ${row(key, text)}`] : []))].join(
    "\n",
  );
}

function tellsItself(result: PlacedResult): boolean {
  return isChange(result) || (result.found === undefined && result.wanted === undefined);
}

/** What a change comes to is one sentence: was → would be. */
function isChange({ rule }: PlacedResult): boolean {
  return changeRuleIds.has(rule);
}

function evidence({ found, wanted }: PlacedResult): [string, string | undefined][] {
  return [
    ["found", valueText(found)],
    ["wanted", valueText(wanted)],
  ];
}

function row(key: string, text: string): string {
  return key ? `${colours.dim(key.padEnd(7))}${text}` : text;
}

function waiverText({ owner, expires, reason }: NonNullable<RuleResult["waiver"]>): string {
  return `until ${expires} by ${owner}: ${reason}`;
}

function valueText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === UNKNOWN) return "not known yet";
  if (value === null) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

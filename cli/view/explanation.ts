import { colours } from "./colours";
import { type Tier, tiers } from "../../core/profile";
import { type AnyRule, judgedBy } from "../../gate/families";
import { type Floor, floors } from "../../policies/floors";
import { advisoryRows } from "../../policies/levels";
import type { Reference } from "../../policies/rule";
import { type BookRule, levelsOf } from "../rules/book";
import type { RulePage } from "../rules/page";
import { levelText, ruleJson } from "./rules";
import { table } from "./table";

export interface Explanation extends BookRule {
  page: RulePage | { missing: string };
  /** To paste; absent for a rule of which no waiver is taken. */
  waiver?: string;
  /** Why none is taken. */
  unwaivable?: string;
}

/** Everything about one rule, for a person. */
export function explanationText({ family, rule, page, ...one }: Explanation): string {
  const blocks: (readonly [string, string])[] = [
    ["Why", rule.why],
    ["Fix", rule.fix],
    ["Judges", judgesText(rule)],
    ["Level", levelLine(rule)],
    ["Options", optionsText(rule)],
    ...pageBlocks(page),
    ["Waiver", one.waiver ?? `None is taken: ${one.unwaivable}.`],
    ["References", rule.references.map(referenceText).join("\n")],
  ];
  const head = `${colours.bold(rule.id)} (${family}, ${rule.severity})\n${rule.title}.`;
  return [head, ...blocks.filter(([, text]) => text).map(block)].join("\n\n");
}

/** The same for a program: options with the floor of each tier, examples as Markdown. */
export function explanationJson({ page, waiver, unwaivable, ...one }: Explanation): object {
  const { why, fix, references } = one.rule;
  return {
    ...ruleJson(one),
    why,
    fix,
    options: optionsOf(one.rule).map(({ name, meaning, floor }) => ({ name, meaning, ...floor })),
    ...("missing" in page ? { missingPage: page.missing } : page),
    ...(waiver === undefined ? { unwaivable } : { waiver }),
    references,
  };
}

function block([title, text]: readonly [string, string]): string {
  const lines = text.split("\n").map((line) => (line ? `  ${line}` : line));
  return [colours.bold(title), ...lines].join("\n");
}

function pageBlocks(page: Explanation["page"]): (readonly [string, string])[] {
  if ("missing" in page) {
    return [["Examples", `none: ${page.missing} is missing from this installation`]];
  }
  return [
    ["Wrong", withoutFences(page.wrong)],
    ["Right", withoutFences(page.right)],
    ["When to waive", page.whenToWaive],
  ];
}

/** Code of a page as it would be pasted. */
function withoutFences(markdown: string): string {
  return markdown.replace(/^```.*\n?/gm, "").trimEnd();
}

function judgesText(rule: AnyRule): string {
  const judged = judgedBy(rule);
  return typeof judged === "string" ? judged : judged.join("\n");
}

/** `advisory in dev: …why…` */
function levelLine(rule: AnyRule): string {
  const why = advisoryRows.flatMap((row) => (row.rule === rule.id ? [row.why] : []));
  return [levelText(levelsOf(rule)), ...why].join(": ");
}

interface OptionRow {
  name: string;
  meaning: string;
  floor: Floor;
}

function optionsOf({ id, options }: AnyRule): OptionRow[] {
  const schemas = options.shape as Readonly<Record<string, { description?: string }>>;
  return Object.entries(floors[id] ?? {}).map(([name, floor]) => ({
    name,
    meaning: schemas[name]?.description ?? "",
    floor,
  }));
}

const directions = {
  higher: "a higher number is tighter",
  lower: "a lower number is tighter",
  fewer: "a shorter list is tighter",
  more: "a longer list is tighter",
} as const;

/** Each option with the floor of every tier: a table would break on lists. */
function optionsText(rule: AnyRule): string {
  const rows = optionsOf(rule).flatMap(({ name, meaning, floor }) => [
    `${name}: ${meaning} (${directions[floor.tighter]})`,
    table(tiers.map((tier) => [` ${tier}`, valueText(floor, tier)])),
  ]);
  if (rows.length === 0) return "";
  return [...rows, `A stack tightens them under groundwork:policy.rules.${rule.id}.`].join("\n");
}

function valueText({ tiers: byTier }: Floor, tier: Tier): string {
  const floor = byTier[tier];
  return typeof floor === "number" ? String(floor) : floor.join(", ");
}

function referenceText({ standard, clause, url }: Reference): string {
  return [`${standard}, ${clause}`, url].filter(Boolean).join("  ");
}

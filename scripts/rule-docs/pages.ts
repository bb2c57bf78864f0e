import { type Tier, tiers } from "../../core/profile";
import { type Floor, floors } from "../../policies/floors";
import { advisoryRows } from "../../policies/levels";
import { unwaivableRows } from "../../policies/waivers/terms";
import { type AnyRule, judgedBy } from "../../gate/families";
import type { Reference } from "../../policies/rule";

const start = "<!-- From the rule itself; npm run generate writes it. -->";
const end = "<!-- From here on written by hand. -->";

/** What people write below the generated part, when there is no page yet. */
const blank = ["## Wrong", "## Right", "## When to waive"].join("\n\n");

/** A rule's page: what the rule says of itself, then what stands on the page by hand. */
export function rulePage(rule: AnyRule, existing: string | undefined): string {
  const byHand = existing?.split(end)[1]?.trim() ?? blank;
  const parts = [
    `# ${rule.id}`,
    start,
    `**${rule.title}.**`,
    rule.why,
    `**To mend it:** ${rule.fix}`,
    facts(rule),
    options(rule),
    `References: ${rule.references.map(reference).join("; ")}.`,
    end,
    byHand,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const introduction = [
  "A rule answers _pass_, _fail_, _unknown_ (a value that is not known before the update), _not-applicable_ (nothing to judge) or _error_ (the rule itself broke). A mandatory _fail_ or _error_ refuses the update, and so does a mandatory _unknown_, unless the stack says `onUnknown: warn`, or in dev `allow`, which is not even told; prod takes neither. An _advisory_ answer is only told.",
  "An exception is a [waiver](../guides/waivers.md) in the stack file. It covers findings of one rule, by default one of them, through its last day (UTC). A waiver that is expired, incomplete, too wide or nobody's, or that covers nothing or too much, is a finding of its own.",
  [
    "```yaml",
    "groundwork:policy:",
    "  waivers:",
    "    - rule: csp-no-unsafe",
    "      target: web-headers",
    "      reason: the code editor compiles in the browser until its next release",
    "      owner: platform-team",
    '      expires: "2027-01-31"',
    "```",
  ].join("\n"),
];

const running =
  "Plain Pulumi takes the rules as [policy packs](../guides/packs.md): `pulumi preview --policy-pack policies/packs/all`.";

/** The list of all rules, by family. */
export function rulesIndex(families: Readonly<Record<string, readonly AnyRule[]>>): string {
  const count = Object.values(families).flat().length;
  const parts = [
    "# Rules",
    start,
    `${count} rules in ${Object.keys(families).length} families.`,
    ...introduction,
    running,
    ...Object.entries(families).flatMap(([family, rules]) => [
      `## ${family}`,
      indexTable(family, rules),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function indexTable(family: string, rules: readonly AnyRule[]): string {
  const rows = rules.map(
    ({ id, title, severity }) => [`[${id}](${family}/${id}.md)`, title, severity] as const,
  );
  return table(["Rule", "Holds when", "Severity"], rows);
}

function facts(rule: AnyRule): string {
  return table(
    ["Severity", "Level", "Judges", "Topics"],
    [[rule.severity, level(rule.id), judges(rule), rule.topics.join(", ")]],
  );
}

function level(id: string): string {
  const rows = advisoryRows.filter((row) => row.rule === id);
  const everywhere = rows.find((row) => row.tiers.length === tiers.length);
  if (everywhere) return `advisory: ${everywhere.why}`;
  const gentler = rows.map((row) => `advisory in ${row.tiers.join(", ")}: ${row.why}`);
  const unwaivable = unwaivableRows.filter((row) => row.rule === id);
  const firmer = unwaivable.map(({ why }) => `cannot be waived: ${why}`);
  return ["mandatory", ...gentler, ...firmer].join("; ");
}

function judges(rule: AnyRule): string {
  const judged = judgedBy(rule);
  return typeof judged === "string" ? judged : judged.map((type) => `\`${type}\``).join(", ");
}

function options(rule: AnyRule): string {
  const rows = Object.entries(floors[rule.id] ?? {}).map(([name, floor]) => [
    `\`${name}\``,
    meaning(rule, name),
    ...tiers.map((tier) => value(floor, tier)),
    directions[floor.tighter],
  ]);
  if (rows.length === 0) return "";
  const note = `A stack tightens an option under \`groundwork:policy.rules.${rule.id}\`; it never loosens one.`;
  return `${note}\n\n${table(["Option", "Meaning", ...tiers, "Tighter"], rows)}`;
}

const directions = {
  higher: "a higher number",
  lower: "a lower number",
  fewer: "a shorter list",
  more: "a longer list",
};

function meaning(rule: AnyRule, option: string): string {
  const schemas = rule.options.shape as Readonly<Record<string, { description?: string }>>;
  return schemas[option]?.description ?? "";
}

function value({ tiers: byTier }: Floor, tier: Tier): string {
  const floor = byTier[tier];
  return typeof floor === "number" ? String(floor) : floor.join(", ");
}

function reference({ standard, clause, url }: Reference): string {
  return url ? `[${standard}, ${clause}](${url})` : `${standard}, ${clause}`;
}

/** A Markdown table with its columns padded, as the formatter would write it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) =>
    Math.max(3, ...lines.map((cells) => [...(cells[column] ?? "")].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(lines[0] ?? []), rule, ...lines.slice(1).map(line)].join("\n");
}

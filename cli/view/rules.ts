import { colours } from "./colours";
import type { Level } from "../../core/finding";
import { type Tier, tiers } from "../../core/profile";
import { type BookRule, levelsOf } from "../rules/book";
import { table } from "./table";

/** Rules by family: id, severity, level and what is true when the rule holds. */
export function rulesText(rules: readonly BookRule[]): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const rows = table(rules.map(ruleRow)).split("\n");
  const blocks = families.map((family) => {
    const own = rows.filter((_, index) => rules[index]?.family === family);
    return [colours.bold(`${family} (${own.length})`), ...own.map((row) => `  ${row}`)].join("\n");
  });
  return [...blocks, `${rules.length} rules; npx groundwork explain <id> tells all of one`].join(
    "\n\n",
  );
}

function ruleRow({ rule }: BookRule): string[] {
  return [rule.id, rule.severity, levelText(levelsOf(rule)), rule.title];
}

/** `mandatory`, or `advisory in dev`: where every other tier is mandatory. */
export function levelText(levels: Record<Tier, Level>): string {
  const gentle = tiers.filter((tier) => levels[tier] === "advisory");
  if (gentle.length === 0) return "mandatory";
  return gentle.length === tiers.length ? "advisory" : `advisory in ${gentle.join(", ")}`;
}

/** The same for a program. */
export function ruleJson({ family, rule }: BookRule) {
  const { id, title, severity, topics, appliesTo } = rule;
  return { id, family, title, severity, levels: levelsOf(rule), topics, appliesTo };
}

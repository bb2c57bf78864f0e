import { limitsByVendor } from "../../catalogue/limits";
import type { Figure, Limit } from "../../catalogue/limits/limit";
import { link, table } from "../lib/markdown-table";

/** The page: what each vendor gives at most, and what is held to it. */
export function limitsPage(): string {
  return [
    "# Limits of vendors' plans",
    "<!-- From catalogue/limits; npm run generate writes it. -->",
    "What a plan, a size or an account gives at most, as of when, and who says so. Where the column “Held” says *checked*, `npx groundwork check` refuses a stack that asks for more, before anything is asked of the vendor. *Free amount* stands in a price, and counts in every estimate. Otherwise it says why nothing is held to the limit. “∞” is what the vendor names no end of.",
    ...Object.entries(limitsByVendor).flatMap(([vendor, own]) => [`## ${vendor}`, vendorPart(own)]),
  ].join("\n\n");
}

/** Sources stand below, each once: most limits of a vendor share a few. */
function vendorPart(own: readonly Limit[]): string {
  const sources = [...new Set(own.map(({ source }) => source))];
  const rows = own.map((limit) => [
    `\`${limit.sku}\``,
    [limit.item, limit.plan && `(${limit.plan})`].filter(Boolean).join(" "),
    `${figuresOf(limit)}${unitOf(limit)}`,
    [heldBy(limit), limit.note].filter(Boolean).join(". "),
    limit.asOf ?? "no date",
    limit.confidence,
    String(sources.indexOf(limit.source) + 1),
  ]);
  const head = ["Limit", "Of what", "At most", "Held", "As of", "Confidence", "Source"];
  const list = sources.map((source, at) => `${at + 1}. ${link(source)}`).join("\n");
  return `${table(head, rows)}\n\nSources:\n\n${list}`;
}

function heldBy({ recorded, priced }: Limit): string {
  if (priced) return `free amount of ${priced.map((sku) => `\`${sku}\``).join(", ")}`;
  return recorded ?? "checked";
}

/** Units that say no more than the figure does. */
const silent = ["available", "by part", "rule", "mode", "endpoint", "compute"];

function unitOf({ unit }: Limit): string {
  return silent.includes(unit) ? "" : ` ${unit}`;
}

function figuresOf({ value }: Limit): string {
  if (typeof value !== "object" || isList(value)) return words(value);
  return Object.entries(value)
    .map(([name, figure]) => `${name}: ${words(figure)}`)
    .join(", ");
}

function isList(value: object): value is readonly number[] {
  return Array.isArray(value);
}

function words(figure: Figure): string {
  if (typeof figure === "boolean") return figure ? "yes" : "no";
  if (typeof figure === "number")
    return Number.isFinite(figure) ? figure.toLocaleString("en-US") : "∞";
  return typeof figure === "string" ? figure : figure.map(words).join(" / ");
}

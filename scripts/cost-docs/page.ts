import { meterRooms } from "../../catalogue/usage";
import type { Meter } from "../../catalogue/usage/meter";
import { prices } from "../../catalogue/prices";
import type { Price } from "../../catalogue/prices/price";
import { groupBy } from "../../core/group";
import { packageOf } from "../../core/urn";
import { tiers } from "../../core/profile";
import type { CostedStack } from "../../cost/estimate";
import { credits } from "../../cost/pricers";
import { link, table } from "../lib/markdown-table";
import { accountPricings, type TypePricing, typePricings } from "./pricings";

export const start =
  "<!-- From pricers, meters and prices; npm run generate writes what follows. -->";

/** The page below its guide: how each type is priced, what accounts are billed, what use is assumed, and every price. */
export function generatedPart(stacks: readonly CostedStack[]): string {
  return [
    "## How each type is priced",
    "By the prices below. In bold what the three stacks of this repository declare, as they declare it; the others as they are when nothing is said of them. What is not priced costs something that is not known here, and every estimate lists it; so is every type that is not in these lists.",
    ...typeLists(typePricings(stacks)),
    "## What accounts are billed or granted once",
    ...accountTables(stacks),
    "## Use that is assumed",
    "Low / expected / high of a month and for the whole stack, by tier. A stack file says otherwise under `groundwork:costs`.",
    ...Object.entries(meterRooms).flatMap(([room, meters]) => [
      `### ${room}`,
      meterTable(room, meters),
    ]),
    "## Prices",
    "In US dollars, at list price. “Free” is what an account (a) or each resource (r) has of it every month.",
    ...[...groupBy(prices, ({ vendor }) => vendor)].flatMap(([vendor, own]) => [
      `### Prices of ${vendor}`,
      priceTable(own),
    ]),
  ].join("\n\n");
}

/** By what is said of them: many settings are free for one reason. */
function typeLists(types: readonly TypePricing[]): string[] {
  return [...groupBy(types, ({ type }) => packageOf(type))].flatMap(([name, own]) => [
    `### Resources of ${name}`,
    [...groupBy(own, howPriced)]
      .map(([how, alike]) => `- ${alike.map(typeWords).join(", ")}: ${how}`)
      .join("\n"),
  ]);
}

function howPriced({ skus, free, notPriced }: TypePricing): string {
  const how = [
    codes(skus),
    ...free.map(([reason, source]) => `free: ${reason} (${link(source)})`),
    ...notPriced.map((reason) => `not priced: ${reason}`),
  ];
  return how.filter(Boolean).join("; ") || "nothing of its own";
}

/** `aws:lambda/alias:Alias` → `lambda Alias`; a provider's only module is left out. */
function typeWords({ type, isDeclared }: TypePricing): string {
  const [, module = "", kind = ""] = type.split(":");
  const [room = ""] = module.split("/");
  const words = ["index", "groundwork"].includes(room) ? kind : `${room} ${kind}`;
  return isDeclared ? `**${words}**` : words;
}

function accountTables(stacks: readonly CostedStack[]): string[] {
  const rows = accountPricings(stacks).map(({ vendor, what, skus }) => [vendor, what, codes(skus)]);
  const paid = credits.map(({ vendor, sku, pays }) => [
    vendor,
    `credit \`${sku}\``,
    `pays ${codes(pays)}`,
  ]);
  return [table(["Vendor", "What", "Priced by"], [...rows, ...paid])];
}

function meterTable(room: string, meters: Readonly<Record<string, Meter>>): string {
  const rows = Object.entries(meters).map(([name, { unit, describe, assumed }]) => [
    `\`${room}.${name}\``,
    describe,
    unit,
    ...tiers.map((tier) => assumed[tier].map((one) => one.toLocaleString("en-US")).join(" / ")),
  ]);
  return table(["Meter", "Counts", "Unit", ...tiers], rows);
}

/** Sources stand below, each once: most prices of a vendor share a few. */
function priceTable(own: readonly Price[]): string {
  const sources = [...new Set(own.map(({ source }) => source))];
  const rows = own.map((price) => [
    `\`${price.sku}\``,
    [price.item, price.plan && `(${price.plan})`, price.region].filter(Boolean).join(", "),
    sums(price),
    price.included ? `${price.included.quantity} (${price.included.per[0]})` : "",
    price.asOf ?? "no date",
    price.confidence,
    String(sources.indexOf(price.source) + 1),
  ]);
  const head = ["Price", "Of what", "USD", "Free", "As of", "Confidence", "Source"];
  const list = sources.map((source, at) => `${at + 1}. ${link(source)}`).join("\n");
  return `${table(head, rows)}\n\nSources:\n\n${list}`;
}

function sums({ usd, usdMax, unit, beyond = [] }: Price): string {
  if (usd === null) return "not published";
  const volumes = beyond.map((step) => `, ${step.usd} beyond ${step.from}`).join("");
  return `${usd}${usdMax === undefined ? "" : ` to ${usdMax}`} / ${unit}${volumes}`;
}

function codes(skus: readonly string[]): string {
  return skus.map((sku) => `\`${sku}\``).join(", ");
}

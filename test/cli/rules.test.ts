import { describe, expect, it } from "vitest";
import type { Format } from "../../cli/context";
import { rules } from "../../cli/commands/rules";
import type { RuleFilter } from "../../cli/rules/book";
import { changeCatalogue } from "../../gate/catalogue";
import { allFamilies } from "../../gate/families";
import { catalogue } from "../../policies/catalogue";
import { spokenContext } from "./support";

interface ListedRule {
  id: string;
  family: string;
  topics: string[];
  levels: Record<string, string>;
}

async function list(filter: RuleFilter = {}, format: Format = "text") {
  const { context, out } = spokenContext({ format });
  expect(await rules(context, filter)).toBe(0);
  return out.join("\n");
}
const asJson = async (filter: RuleFilter = {}) =>
  (JSON.parse(await list(filter, "json")) as { rules: ListedRule[] }).rules;

describe("groundwork rules", () => {
  it("lists every rule there is, those about changes too, each once", async () => {
    const ids = (await asJson()).map(({ id }) => id);
    const known = [...catalogue, ...changeCatalogue].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(known));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toHaveLength(Object.values(allFamilies).flat().length);
  });

  it("says of each its severity, level, family and what is true when it holds", async () => {
    const text = await list({ family: "headers" });
    expect(text).toMatch(/^headers \(\d+\)\n/);
    expect(text).toMatch(
      / {2}csp-no-unsafe +high +advisory in dev +The Content-Security-Policy allows no unsafe source\n/,
    );
    expect(text).toMatch(/ {2}hsts-present +high +mandatory +Every response carries/);
    expect(text).toMatch(/\d+ rules; npx groundwork explain <id> tells all of one$/);
  });

  it("tells the level of each tier to a program", async () => {
    const rule = (await asJson()).find(({ id }) => id === "deletes-limited");
    expect(rule).toEqual({
      id: "deletes-limited",
      family: "change",
      title: "An update deletes or replaces no more resources than its tier allows",
      severity: "high",
      levels: { dev: "advisory", staging: "mandatory", prod: "mandatory" },
      topics: ["change", "availability"],
      appliesTo: "changes",
    });
  });

  it("picks by family and by topic, and by both", async () => {
    const families = new Set((await asJson({ topic: "recovery" })).map(({ family }) => family));
    expect(families.size).toBeGreaterThan(1);
    const both = await asJson({ family: "change", topic: "recovery" });
    expect(both.map(({ id }) => id)).toContain("stateful-kept");
    expect(both.every((one) => one.family === "change" && one.topics.includes("recovery"))).toBe(
      true,
    );
    expect(await list({ family: "stack", topic: "recovery" })).toBe(
      "no rule of that family has that topic",
    );
  });

  it("refuses a family or topic that no rule has, with what was meant", () => {
    const { context } = spokenContext();
    expect(() => rules(context, { family: "header" })).toThrow(
      /^no family named "header"; expected one of .*headers.*; did you mean headers\?$/,
    );
    expect(() => rules(context, { topic: "cheese" })).toThrow(/; name one of these$/);
  });
});

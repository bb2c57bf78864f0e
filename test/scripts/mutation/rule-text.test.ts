import { describe, expect, it } from "vitest";
import * as ruleText from "../../../scripts/mutation/rule-text.mjs";
import { mutated } from "./support";

/** Original text of the mutants that are ignored, and of those that are made. */
async function ignoredIn(source: string): Promise<{ ignored: string[]; made: string[] }> {
  const { mutants } = await mutated("policies/rules/some/rule.ts", source, [ruleText]);
  const texts = (ignored: boolean) =>
    mutants
      .filter(({ statusReason }) => (statusReason !== undefined) === ignored)
      .map(({ replacement }) => replacement);
  return { ignored: texts(true), made: texts(false) };
}

const reasonsIn = async (source: string) =>
  (await mutated("rule.ts", source, [ruleText])).mutants.map(({ statusReason }) => statusReason);

const rule = (field: string) => `export const some = defineRule({ ${field} });`;

describe("what mutation leaves alone", () => {
  it.each([
    [`id: "a"`, "id"],
    [`title: "a"`, "title"],
    [`why: "a"`, "why"],
    [`fix: "a"`, "fix"],
    [`severity: "a"`, "severity"],
    [`topics: ["a"]`, "topics"],
    [`references: [{ standard: "a" }, of("b")]`, "references"],
  ])("is the text of a rule: %s", async (field, name) => {
    const [whole, ...inside] = await reasonsIn(rule(field));
    expect(whole).toBeUndefined();
    expect(inside.length).toBeGreaterThan(0);
    expect(new Set(inside)).toEqual(new Set([`${name} of a rule is text`]));
  });

  it("is how an option is described, and not what it demands", async () => {
    const { ignored, made } = await ignoredIn(
      rule(`options: z.strictObject({ min: z.int().min(0).describe("Least of it.") })`),
    );
    expect(ignored).toEqual(['""']);
    expect(made).toEqual(["{}", "{}", "z.int().max(0)"]);
  });

  it.each([
    `appliesTo: ["a"]`,
    `appliesTo: "stack"`,
    `options: z.strictObject({ title: z.string() })`,
    `check: () => fail({ title: "a", severity: "b" })`,
    `check: () => describe("a")`,
    `check: () => describe.each("a")`,
    `[title]: "a"`,
    `check: () => ({ id: ["a"] })`,
  ])("is nothing of what decides: %s", async (field) => {
    const reasons = await reasonsIn(rule(field));
    expect(reasons.length).toBeGreaterThan(1);
    expect(reasons.every((reason) => reason === undefined)).toBe(true);
  });

  it.each([
    `const text = { title: "a", references: ["b"] };`,
    `other({ title: "a" });`,
    `defineRule(base, { title: "a" });`,
    `some.defineRule({ title: "a" });`,
  ])("is nothing outside a rule: %s", async (source) => {
    expect((await ignoredIn(source)).ignored).toEqual([]);
  });
});

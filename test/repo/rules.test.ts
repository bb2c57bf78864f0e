import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { severities } from "../../core/profile";
import { catalogue, families } from "../../policies/catalogue";
import type { Rule } from "../../policies/rule";
import { changeCatalogue } from "../../gate/catalogue";
import { allFamilies } from "../../gate/families";
import { changeOptions } from "../../policies/change-rules";
import { unfilledLines } from "../../scripts/new-rule/draft";
import { rulePage, rulesIndex } from "../../scripts/rule-docs/pages";

const root = path.join(__dirname, "../..");
const read = (...parts: string[]) => readFileSync(path.join(root, ...parts), "utf8");
const namesIn = (folder: string, ending: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

const rules = Object.entries<readonly Rule[]>(families).flatMap(([family, members]) =>
  members.map((rule) => [`${family}/${rule.id}`, rule] as const),
);
const fields = [
  "id",
  "title",
  "why",
  "fix",
  "severity",
  "topics",
  "references",
  "appliesTo",
  "options",
  "check",
];

describe("the rule folders", () => {
  it("hold the rules of the catalogue and nothing else", () => {
    const known = rules.map(([name]) => name).sort();
    expect(namesIn("policies/rules", ".ts")).toEqual(known);
    expect(namesIn("policies/rules", "")).toHaveLength(known.length + Object.keys(families).length);
  });

  it("have a page for each rule and no other page", () => {
    const known = Object.entries(allFamilies).flatMap(([family, members]) =>
      members.map(({ id }) => `${family}/${id}`),
    );
    expect(namesIn("docs/rules", ".md")).toEqual(["README", ...known].sort());
  });

  it("have the index that the rules make", () => {
    expect(read("docs/rules/README.md")).toBe(rulesIndex(allFamilies));
  });
});

describe("the catalogue", () => {
  it("is sorted by id, and every id is there once", () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(rules.length);
  });
});

describe.each(rules)("%s", (name, rule) => {
  const source = read("policies/rules", `${name}.ts`);

  it("has its fields in the fixed order, each with something in it", () => {
    expect(Object.keys(rule)).toEqual(fields);
    for (const field of ["id", "title", "why", "fix"] as const)
      expect(rule[field].trim()).not.toBe("");
    expect(severities).toContain(rule.severity);
    expect(rule.topics.length).toBeGreaterThan(0);
    expect(rule.references.length).toBeGreaterThan(0);
    for (const { standard, clause } of rule.references) expect(standard && clause).toBeTruthy();
  });

  it("writes its title as a statement, its why and fix as sentences", () => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
    expect(rule.fix).toMatch(/^[A-Z].*\.$/);
  });

  it("is the only export of the file that bears its name", () => {
    expect(path.basename(name)).toBe(rule.id);
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(source.match(/^export /gm)).toHaveLength(1);
  });

  it("knows no component, settings, engine or vendor's SDK", () => {
    const imports = [...source.matchAll(/from "([^"]+)"/g)].map(([, module]) => module ?? "");
    const allowed =
      /^(zod|(\.\.\/){2}(rule|stack-view|lib\/.+)|(\.\.\/){3}((core|catalogue)\/.+|hosts))$/;
    expect(imports.filter((module) => !allowed.test(module))).toEqual([]);
  });

  it("has a test", () => {
    expect(existsSync(path.join(root, "test/policies", `${name}.test.ts`))).toBe(true);
  });

  it("holds nothing that a new rule begins with", () => {
    const files = [`policies/rules/${name}.ts`, `test/policies/${name}.test.ts`];
    const unfilled = [...files, `docs/rules/${name}.md`].flatMap((file) =>
      unfilledLines(read(file)).map((line) => `${file}: ${line.trim()}`),
    );
    expect(unfilled).toEqual([]);
  });

  it("has a page that says what it says, with examples and when to waive it", () => {
    const page = read("docs/rules", `${name}.md`);
    expect(page).toBe(rulePage(rule, page));
    const sections = page.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split("\n")[0])).toEqual([
      "Wrong",
      "Right",
      "When to waive",
    ]);
    for (const section of sections.slice(0, 2)) expect(section).toMatch(/^```(yaml|ts)$/m);
    expect(sections[2]?.split("\n").slice(1).join("").length).toBeGreaterThan(20);
  });

  it("has YAML examples that a stack file can hold", () => {
    const examples = [...read("docs/rules", `${name}.md`).matchAll(/^```yaml\n(.*?)^```$/gms)];
    for (const [, example = ""] of examples) {
      const keys = Object.keys(parse(example) as object);
      expect(keys.filter((key) => !key.startsWith("groundwork:"))).toEqual([]);
    }
  });
});

describe("the rules about changes", () => {
  it("are those that waivers and options know of, one file each, sorted", () => {
    const ids = changeCatalogue.map(({ id }) => id);
    expect(ids).toEqual(Object.keys(changeOptions));
    expect(namesIn("gate/rules", ".ts")).toEqual(ids);
  });

  it.each(changeCatalogue.map((rule) => [rule.id, rule] as const))(
    "have %s with its text, test and page",
    (id, rule) => {
      expect(Object.keys(rule)).toEqual(fields);
      expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [rule.why, rule.fix]) expect(text).toMatch(/^[A-Z].*\.$/);
      expect(severities).toContain(rule.severity);
      expect(rule.references.length).toBeGreaterThan(0);
      expect(existsSync(path.join(root, "test/gate/rules", `${id}.test.ts`))).toBe(true);
      const page = read("docs/rules/change", `${id}.md`);
      expect(page).toBe(rulePage(rule, page));
      const sections = page.split(/^## /m).slice(1);
      expect(sections.map((section) => section.split("\n")[0])).toEqual([
        "Wrong",
        "Right",
        "When to waive",
      ]);
      for (const section of sections.slice(0, 2)) expect(section).toMatch(/^```yaml$/m);
    },
  );
});

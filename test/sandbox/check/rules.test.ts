import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contractOf, servedPackages } from "../../../sandbox/check";
import { specials } from "../../../sandbox/check/special";
import { objectOf } from "../../../sandbox/contract/contract";
import type { GroupRule, RuleFile } from "../../../sandbox/contract/rules";
import type { SchemaType } from "../../../sandbox/contract/schema";

const dir = join(__dirname, "../../../sandbox/constraints");
const files = servedPackages.map((name) => {
  const text = readFileSync(join(dir, `${name}.json`), "utf8");
  return [name, JSON.parse(text) as RuleFile] as const;
});

/** The type of what a path leads to; undefined when it leads nowhere. */
function typeAt(packageName: string, type: string, path: string): SchemaType | undefined {
  const root: Here = { inputs: contractOf(type)?.inputs ?? {} };
  return path.split(".").reduce<Here>((here, step) => stepInto(packageName, here, step), root).type;
}

interface Here {
  inputs?: Readonly<Record<string, SchemaType>>;
  type?: SchemaType;
}

function stepInto(packageName: string, { inputs }: Here, step: string): Here {
  const name = step.replace(/\[\]$/, "");
  const type = name === step ? inputs?.[name] : elementOf(inputs?.[name]);
  const isObject = typeof type === "object" && "ref" in type;
  return { type, inputs: isObject ? objectOf(packageName, type.ref).inputs : undefined };
}

function elementOf(type: SchemaType | undefined): SchemaType | undefined {
  if (Array.isArray(type)) return type[0] as SchemaType;
  return typeof type === "object" && "map" in type ? (type as { map: SchemaType }).map : undefined;
}

function namesIn(check: GroupRule): readonly string[] {
  if ("exactlyOneOf" in check) return check.exactlyOneOf;
  if ("atLeastOneOf" in check) return check.atLeastOneOf;
  if ("atMostOneOf" in check) return check.atMostOneOf;
  if ("given" in check) return [check.given, ...check.require];
  if (!("when" in check)) return [];
  const { when, require = [], requireOneOf = [], forbid = [] } = check;
  return [when, ...require, ...requireOneOf, ...forbid];
}

describe.each(files)("the rules of %s", (packageName, file) => {
  const types = Object.entries(file.types);

  it("are about types that the SDK has", () => {
    expect(types.filter(([type]) => !contractOf(type)?.hasContract)).toEqual([]);
  });

  it("lead to properties that the SDK has", () => {
    const lost = types.flatMap(([type, { properties = {} }]) =>
      Object.keys(properties).filter((path) => typeAt(packageName, type, path) === undefined),
    );
    expect(lost).toEqual([]);
  });

  it("speak of properties of one object that the SDK has", () => {
    const lost = types.flatMap(([type, { checks = [] }]) =>
      checks.flatMap((check) => {
        const paths = namesIn(check).map((name) => [check.at, name].filter(Boolean).join("."));
        return paths.filter((path) => typeAt(packageName, type, path) === undefined);
      }),
    );
    expect(lost).toEqual([]);
  });

  it("name checks that exist, and start them where something is", () => {
    for (const [type, { checks = [] }] of types) {
      for (const check of checks) {
        if ("special" in check) expect(Object.keys(specials)).toContain(check.special);
        if (check.at) expect(typeAt(packageName, type, check.at)).toBeDefined();
      }
    }
  });

  it("have patterns that compile", () => {
    const text = JSON.stringify(file);
    const patterns = [...text.matchAll(/"(?:itemP|p)attern":("(?:[^"\\]|\\.)*")/g)];
    for (const [, pattern] of patterns) {
      expect(() => new RegExp(JSON.parse(pattern ?? '""') as string)).not.toThrow();
    }
  });

  it("have defaults that fit their type", () => {
    for (const [type, { properties = {} }] of types) {
      for (const [path, rule] of Object.entries(properties)) {
        const value = rule.default ?? rule.apiDefault;
        if (value !== undefined) expect(typeof value).toBe(typeAt(packageName, type, path));
      }
    }
  });

  it("say where they come from", () => {
    expect(file.source.length).toBeGreaterThan(0);
    for (const { name, version, covers } of file.source) {
      expect([name, version, covers].every((text) => text.length > 0)).toBe(true);
    }
  });
});

describe("the special checks", () => {
  it("are each used by a rule", () => {
    const used = files.flatMap(([, file]) =>
      Object.values(file.types).flatMap(({ checks = [] }) =>
        checks.flatMap((check) => ("special" in check ? [check.special] : [])),
      ),
    );
    expect(Object.keys(specials).filter((name) => !used.includes(name))).toEqual([]);
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import * as prettier from "prettier";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserError } from "../../core/errors";
import type { Rule } from "../../policies/rule";
import { draftOf, toFill, unfilledLines } from "../../scripts/new-rule/draft";
import { familyWith } from "../../scripts/new-rule/templates";
import { type Written, newRule } from "../../scripts/new-rule/write";

const repository = path.resolve(__dirname, "../..");
const copied = [
  "policies",
  "gate",
  "core",
  "catalogue",
  "cost",
  "hosts",
  "docs/rules",
  "test/policies/support",
  "test/support/rule-kit",
  "tsconfig.json",
  ".prettierrc.json",
];

let root: string;
let written: Written;
beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), "new-rule-"));
  const isSource = (file: string) => path.basename(file) !== "bin";
  for (const name of copied)
    cpSync(path.join(repository, name), path.join(root, name), {
      recursive: true,
      filter: isSource,
    });
  symlinkSync(path.join(repository, "node_modules"), path.join(root, "node_modules"));
  written = await newRule({ root, family: "headers", id: "no-such-header" });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const files = [
  "policies/rules/headers/no-such-header.ts",
  "test/policies/headers/no-such-header.test.ts",
  "docs/rules/headers/no-such-header.md",
  "policies/families/headers.ts",
];
async function refusal(family: string, id: string): Promise<string> {
  const error = (await newRule({ root, family, id }).catch(
    (thrown: unknown) => thrown,
  )) as UserError;
  expect(error.exitCode).toBe(2);
  return error.message;
}

describe("npm run new rule", () => {
  it("writes rule, test and page, lists the rule, and says what is left to do", async () => {
    expect(written.files).toEqual(files);
    expect(written.next.join("\n")).toMatch(
      /npm run generate\n.*no-such-header\.test\.ts test\/repo/,
    );
    for (const file of files)
      expect(await prettier.check(read(file), await optionsFor(file))).toBe(true);
  });

  it("makes a rule that the catalogue holds, in its place", async () => {
    const outfile = path.join(root, "catalogue.cjs");
    const entryPoints = [path.join(root, "policies/catalogue.ts")];
    buildSync({ entryPoints, outfile, bundle: true, platform: "node", packages: "external" });
    const loaded = (await import(outfile)) as { families: Record<string, readonly Rule[]> };
    const ids = loaded.families["headers"]?.map(({ id }) => id) ?? [];
    expect(ids).toContain("no-such-header");
    expect(ids).toEqual(ids.toSorted());
    const rule = loaded.families["headers"]?.find(({ id }) => id === "no-such-header");
    const { title, why, fix, references, topics } = draftOf("headers", "no-such-header");
    expect(rule).toMatchObject({ title, why, fix, references, topics });
  });

  it("makes files that compile", () => {
    const sources = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => path.join(root, file));
    const config: unknown = JSON.parse(read("tsconfig.json"));
    const { options } = ts.parseJsonConfigFileContent(
      { ...(config as object), include: [], files: sources },
      ts.sys,
      root,
    );
    const program = ts.createProgram(sources, options);
    const problems = sources.flatMap((file) =>
      program.getSemanticDiagnostics(program.getSourceFile(file)),
    );
    expect(problems.map(({ messageText }) => messageText)).toEqual([]);
  }, 120_000);

  it("leaves everything to be filled in that only its author knows", () => {
    const [rule = "", test = "", page = ""] = files.map(read);
    expect(unfilledLines(rule).map((line) => line.trim().split(":")[0])).toEqual([
      "title",
      "why",
      "fix",
      "references",
      "// Fill in",
    ]);
    // Each case fails by itself until it is written.
    expect(unfilledLines(test)).toHaveLength(test.match(/expect\.fail\(/g)?.length ?? 0);
    expect(unfilledLines(test).length).toBeGreaterThan(3);
    expect(page).toContain(toFill);
    expect(page).toMatch(/## Wrong\n\n## Right\n\n## When to waive\n$/);
  });

  it("refuses a family that is not there, with what was meant", async () => {
    expect(await refusal("header", "no-other-header")).toMatch(
      /^no family named "header"; expected one of .*headers.*; did you mean headers\?$/,
    );
    expect(await refusal("cheese", "no-other-header")).toMatch(/policies\/catalogue\.ts$/);
    expect(await refusal("change", "no-other-header")).toMatch(/beside those in gate\/rules/);
  });

  it.each(["header", "NoSuchHeader", "no_such", "no--such", "-no-such", "no-such-", "1-such", ""])(
    "refuses the id %j",
    async (id) => {
      expect(await refusal("headers", id)).toBe(
        `the id "${id}"; expected two or more words of small letters and digits with hyphens between them; as in hsts-max-age`,
      );
    },
  );

  it("refuses the id of a rule that is there, in whatever family, and leaves its files alone", async () => {
    const before = read("policies/rules/headers/hsts-present.ts");
    for (const family of ["headers", "data"]) {
      expect(await refusal(family, "hsts-present")).toMatch(
        /hsts-present\.ts: a rule named "hsts-present" is there; choose another id$/,
      );
    }
    expect(await refusal("data", "stateful-kept")).toMatch(/gate\/rules\/stateful-kept\.ts/);
    expect(read("policies/rules/headers/hsts-present.ts")).toBe(before);
  });

  it("refuses the same rule a second time", async () => {
    const before = files.map(read);
    await refusal("headers", "no-such-header");
    expect(files.map(read)).toEqual(before);
  });

  it("tells all that is wrong at once", async () => {
    expect((await refusal("cheese", "X")).split("\n")).toHaveLength(2);
  });
});

describe("the family's list", () => {
  it("keeps what else stands in the file, and its order", () => {
    const before = `import type { Rule } from "../rule";
import { bThing } from "../rules/data/b-thing";

/** Ours. */
export const dataRules = [bThing] as const satisfies readonly Rule[];
`;
    expect(familyWith(before, "data", "a-thing")).toBe(`import type { Rule } from "../rule";
import { aThing } from "../rules/data/a-thing";
import { bThing } from "../rules/data/b-thing";

/** Ours. */
export const dataRules = [aThing, bThing] as const satisfies readonly Rule[];
`);
  });
});

async function optionsFor(file: string) {
  const full = path.join(root, file);
  return { ...(await prettier.resolveConfig(full)), filepath: full };
}

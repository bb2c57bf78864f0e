import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { readStackFile } from "../../config/stack-file";
import type { RuleResult } from "../../core/finding";
import { runProgram } from "../../offline/program";
import { run } from "../../policies/run";
import { refuses } from "../../policies/verdict";
import { today } from "./support/stack";

const projectDir = path.resolve(__dirname, "../..");
const stackFile = "Pulumi.prod.yaml";

type Section = Record<string, unknown>;
type Config = Record<string, Section>;

/** Parts of a section that an example changes key by key; whatever else it names it replaces. */
const merged = ["headers", "resourceConfig"];

interface Example {
  rule: string;
  wrong: Config[];
  right: Config[];
}

/** Rules that rightly fail beside the one that the page is about. */
const companions: Record<string, string[]> = {
  // The component writes frame-ancestors after frameOptions.
  "frame-options": ["csp-frame-ancestors"],
};

const pages = readdirSync(path.join(projectDir, "docs/rules"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => file.includes(path.sep) && file.endsWith(".md"))
  .map(readPage)
  .filter(({ wrong, right }) => wrong.length + right.length > 0);

function readPage(file: string): Example {
  const page = readFileSync(path.join(projectDir, "docs/rules", file), "utf8");
  const section = (title: string) => page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  const examples = (title: string) =>
    [...section(title).matchAll(/^```yaml\n(.*?)^```$/gms)].map(
      ([, text]) => parse(text ?? "") as Config,
    );
  return { rule: path.basename(file, ".md"), wrong: examples("Wrong"), right: examples("Right") };
}

function withExample(example: Config): string {
  const file = parse(readFileSync(path.join(projectDir, stackFile), "utf8")) as { config: Config };
  for (const [key, section] of Object.entries(example)) {
    file.config[key] = { ...file.config[key], ...mergedParts(file.config[key] ?? {}, section) };
  }
  return stringify(file);
}

function mergedParts(before: Section, example: Section): Section {
  return Object.fromEntries(
    Object.entries(example).map(([name, value]) => {
      const deep = merged.includes(name);
      return [name, deep ? { ...(before[name] as object), ...(value as object) } : value];
    }),
  );
}

let folder: string;
let program: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "examples-"));
  symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
  program = path.join(folder, "program.cjs");
  buildSync({
    entryPoints: [path.join(projectDir, "index.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The whole program on the prod file with the example in it, judged by every rule. */
async function judge(example: Config): Promise<RuleResult[]> {
  const { config, secretKeys } = readStackFile(withExample(example), stackFile, "groundwork");
  const context = { project: "groundwork", stack: "prod", projectDir, program };
  const resources = await runProgram({ ...context, config, secretKeys });
  return run({ resources, stack: "prod", clock: today });
}

const refusing = (results: readonly RuleResult[]) =>
  [...new Set(results.filter(refuses).map(({ rule }) => rule))].sort();

describe("the prod stack as it stands", () => {
  it("passes every rule without a waiver", async () => {
    const results = await judge({});
    expect(refusing(results)).toEqual([]);
    expect(results.filter(({ waiver }) => waiver)).toEqual([]);
  });
});

describe.each(pages.map((page) => [page.rule, page] as const))("the page of %s", (rule, page) => {
  it.each(page.wrong.map((example) => [JSON.stringify(example), example] as const))(
    "is right that %s is wrong, and only this rule says so",
    async (_text, example) => {
      const expected = [rule, ...(companions[rule] ?? [])].sort();
      expect(refusing(await judge(example))).toEqual(expected);
    },
  );

  it.each(page.right.map((example) => [JSON.stringify(example), example] as const))(
    "is right that %s is right",
    async (_text, example) => {
      expect(refusing(await judge(example))).toEqual([]);
    },
  );
});

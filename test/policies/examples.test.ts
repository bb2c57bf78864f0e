import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import type { RuleResult } from "../../core/finding";
import { run } from "../../policies/run";
import { isFinding, refuses } from "../../policies/verdict";
import { today } from "./support/stack";
import { type CompiledPrograms, compiledPrograms } from "../support/compiled-program";

const projectDir = path.resolve(__dirname, "../..");
const stackFile = "Pulumi.prod.yaml";

type Section = Record<string, unknown>;
type Config = Record<string, Section>;
/** What an example adds: sections of a stack file, or resources declared beside the components. */
type Addition = { config: Config } | { code: string };

/** How code begins that runs beside our program; other code stands for a part of it. */
const beside = "// Beside the components";
/** SDKs that such code need not import. */
const sdks = {
  pulumi: "@pulumi/pulumi",
  aws: "@pulumi/aws",
  github: "@pulumi/github",
  random: "@pulumi/random",
  supabase: "@pulumi/supabase",
  supabaseAdmin: "./providers/supabase-admin/sdk",
  vercel: "@pulumiverse/vercel",
};

/** Parts of a section that an example changes key by key; whatever else it names it replaces. */
const merged = ["headers", "resourceConfig", "orchestrator", "buckets"];

interface Example {
  rule: string;
  wrong: Addition[];
  right: Addition[];
}

/** Rules that rightly fail beside the one that the page is about. */
const companions: Record<string, string[]> = {
  // The component writes frame-ancestors after frameOptions.
  "frame-options": ["csp-frame-ancestors", "header-grade"],
  "csp-no-unsafe": ["header-grade"],
  // Without a policy, or by plain HTTP, nothing else makes up for the points.
  "csp-present": ["header-grade"],
  "hsts-present": ["header-grade"],
  "header-grade": ["hsts-present"],
  // What a waiver is about that covers nothing stands.
  "waiver-within-max": ["urls-https"],
  // The defaults of dev stand in a stack that is judged as prod.
  "tier-honest": ["secret-deletion-delayed"],
  // Scorecard adds up what rules about the default branch say one by one.
  ...Object.fromEntries(
    [
      "approving-reviews-required",
      "branch-deletion-blocked",
      "branches-up-to-date",
      "code-owner-reviews-required",
      "default-branch-protected",
      "force-pushes-blocked",
      "last-push-approved",
      "protection-not-bypassed",
      "stale-reviews-dismissed",
    ].map((rule) => [rule, ["scorecard-branch-protection"]]),
  ),
  "scorecard-branch-protection": ["last-push-approved"],
  // One setting says who writes all of the files.
  "security-policy-present": [
    "code-owners-declared",
    "pull-request-template-present",
    "scorecard-branch-protection",
  ],
  "pull-request-template-present": [
    "code-owners-declared",
    "scorecard-branch-protection",
    "security-policy-present",
  ],
};

const pages = readdirSync(path.join(projectDir, "docs/rules"), {
  recursive: true,
  encoding: "utf8",
})
  .filter((file) => file.includes(path.sep) && file.endsWith(".md"))
  // What a change comes to shows beside what was there before: test/gate/examples.test.ts.
  .filter((file) => !file.startsWith(`change${path.sep}`))
  // What is wrong between stacks shows beside the other stack: test/policies/compare-stacks.test.ts.
  .filter((file) => !file.startsWith(`between${path.sep}`))
  .map(readPage)
  .filter(({ wrong, right }) => wrong.length + right.length > 0);

function readPage(file: string): Example {
  const page = readFileSync(path.join(projectDir, "docs/rules", file), "utf8");
  const section = (title: string) => page.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
  const examples = (title: string) => [
    ...blocks(section(title), "yaml").map((text): Addition => ({ config: parse(text) as Config })),
    ...blocks(section(title), "ts")
      .filter((code) => code.startsWith(beside))
      .map((code): Addition => ({ code })),
  ];
  return { rule: path.basename(file, ".md"), wrong: examples("Wrong"), right: examples("Right") };
}

function blocks(text: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms");
  return [...text.matchAll(fence)].map(([, block = ""]) => block);
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

let programs: CompiledPrograms;
beforeAll(() => void (programs = compiledPrograms()));
afterAll(() => programs.remove());

/** Our program with the code of an example after it. */
function programWith(code: string): string {
  const imports = Object.entries(sdks).map(([name, sdk]) => `import * as ${name} from "${sdk}";`);
  const lines = [
    ...imports,
    `import components = require("./index");`,
    "export = async () => {",
    "const outputs = await components();",
    code,
    "return outputs;",
    "};",
  ];
  return programs.compile(lines.join("\n"));
}

/** The whole program on the prod file with the example in it, judged by every rule. */
async function judge(example: Addition): Promise<RuleResult[]> {
  const resources =
    "config" in example
      ? await programs.declare("prod", withExample(example.config))
      : await programs.declare("prod", withExample({}), programWith(example.code));
  return run({ resources, stack: "prod", clock: today });
}

const titleOf = (example: Addition) =>
  "config" in example ? JSON.stringify(example.config) : example.code.trim().slice(beside.length);

const refusing = (results: readonly RuleResult[]) =>
  [...new Set(results.filter(refuses).map(({ rule }) => rule))].sort();

/** What refuses, and what the page's own rule tells where it only warns. */
const said = (results: readonly RuleResult[], rule: string) => {
  const warned = results.some((it) => it.rule === rule && isFinding(it) && !it.waiver);
  return [...new Set([...refusing(results), ...(warned ? [rule] : [])])].sort();
};

describe("the prod stack as it stands", () => {
  it("passes every rule without a waiver", async () => {
    const results = await judge({ config: {} });
    expect(refusing(results)).toEqual([]);
    expect(results.filter(({ waiver }) => waiver)).toEqual([]);
  });
});

describe.each(pages.map((page) => [page.rule, page] as const))("the page of %s", (rule, page) => {
  it.each(page.wrong.map((example) => [titleOf(example), example] as const))(
    "is right that %s is wrong, and only this rule says so",
    async (_text, example) => {
      const expected = [rule, ...(companions[rule] ?? [])].sort();
      expect(said(await judge(example), rule)).toEqual(expected);
    },
  );

  it.each(page.right.map((example) => [titleOf(example), example] as const))(
    "is right that %s is right",
    async (_text, example) => {
      expect(said(await judge(example), rule)).toEqual([]);
    },
  );
});

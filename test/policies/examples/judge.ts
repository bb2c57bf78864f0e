import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { RuleResult } from "../../../core/finding";
import type { DeclaredResource } from "../../../core/resource";
import { run } from "../../../policies/run";
import { type CompiledPrograms, compiledPrograms } from "../../support/compiled-program";
import { today } from "../support/stack";
import type { Addition, Config, Section } from "./pages";

const stackFile = path.resolve(__dirname, "../../../Pulumi.prod.yaml");

/** SDKs that code beside our program need not import. */
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

export interface ExampleJudge {
  /** What every rule says of prod with the example in it. */
  judge(example: Addition): Promise<RuleResult[]>;
  remove(): void;
}

export function exampleJudge(): ExampleJudge {
  const programs = compiledPrograms();
  const declared = new Map<string, Promise<DeclaredResource[]>>();
  /** By the file's text: many right examples say what prod says anyway. */
  const declare = (text: string) => {
    const known = declared.get(text) ?? programs.declare("prod", text);
    return declared.set(text, known).get(text)!;
  };
  const resourcesWith = async (example: Addition) => {
    if ("config" in example) return declare(withExample(example.config));
    return usesOutputs(example.code)
      ? programs.declare("prod", withExample({}), programs.compile(around(example.code)))
      : [...(await declare(withExample({}))), ...(await besides(programs, example.code))];
  };
  return {
    judge: async (example) =>
      run({ resources: await resourcesWith(example), stack: "prod", clock: today }),
    remove: () => programs.remove(),
  };
}

function usesOutputs(code: string): boolean {
  return /\boutputs\b/.test(code);
}

/** What the code alone declares, in the same stack: nothing in it looks at what our program made. */
async function besides(programs: CompiledPrograms, code: string): Promise<DeclaredResource[]> {
  const program = programs.compile(alone(code));
  const all = await programs.declare("prod", withExample({}), program);
  return all.filter(({ type }) => type !== "pulumi:pulumi:Stack");
}

const imports = Object.entries(sdks).map(([name, sdk]) => `import * as ${name} from "${sdk}";`);

const alone = (code: string) => [...imports, "export = async () => {", code, "};"].join("\n");

/** Our program with the code after it. */
const around = (code: string) =>
  [
    ...imports,
    `import components = require("./index");`,
    "export = async () => {",
    "const outputs = await components();",
    code,
    "return outputs;",
    "};",
  ].join("\n");

function withExample(example: Config): string {
  const file = parse(readFileSync(stackFile, "utf8")) as { config: Config };
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

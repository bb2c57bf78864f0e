import { parse, stringify } from "yaml";
import type { Config, Section } from "./pages";

/* What makes examples of pages part of a stack: their code a program, their sections those of a stack file. */

/** SDKs that code beside our program need not import. */
const sdks = {
  pulumi: "@pulumi/pulumi",
  aws: "@pulumi/aws",
  github: "@pulumi/github",
  random: "@pulumi/random",
  supabase: "@pulumi/supabase",
  supabaseAdmin: "./providers/supabase-admin/sdk",
  vercel: "@pulumiverse/vercel",
  checkly: "@checkly/pulumi",
  digitalocean: "@pulumi/digitalocean",
  pagerduty: "@pulumi/pagerduty",
};

/** Parts of a section that an example changes key by key; whatever else it names it replaces. */
const merged = ["headers", "resourceConfig", "orchestrator", "buckets"];

/** Of those that the code names: some take their time to load. */
const importsOf = (code: string) =>
  Object.entries(sdks)
    .filter(([name]) => new RegExp(`\\b${name}\\.`).test(code))
    .map(([name, sdk]) => `import * as ${name} from "${sdk}";`);

/** A program of that code alone. */
export const alone = (code: string) =>
  [...importsOf(code), "export = async () => {", code, "};"].join("\n");

/** Our program with the codes after it, each in a block of its own. */
export const around = (...codes: string[]) =>
  [
    ...importsOf(codes.join("\n")),
    `import components = require("./index");`,
    "export = async () => {",
    "const outputs = await components();",
    ...codes.map((code) => `{\n${code}\n}`),
    "return outputs;",
    "};",
  ].join("\n");

/** A stack file's text with the examples in it. */
export function withExamples(text: string, ...examples: readonly Config[]): string {
  const file = parse(text) as { config: Config };
  for (const [key, section] of examples.flatMap((example) => Object.entries(example))) {
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

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

const folder = path.resolve(__dirname, "../../../docs/rules");

export type Section = Record<string, unknown>;
export type Config = Record<string, Section>;
/** What an example adds: sections of a stack file, or resources declared beside the components. */
export type Addition = { config: Config } | { code: string };

export interface Page {
  rule: string;
  wrong: readonly Addition[];
  right: readonly Addition[];
}

/** How code begins that runs beside our program; other code stands for a part of it. */
const beside = "// Beside the components";

/** Families whose pages show what one stack alone does not: test/gate/examples.test.ts, test/policies/compare-stacks.test.ts. */
const shownElsewhere = ["change", "between"];

export const families = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !shownElsewhere.includes(entry.name))
  .map(({ name }) => name);

/** The pages of a family that show an example. */
export function pagesOf(family: string): Page[] {
  return readdirSync(path.join(folder, family))
    .map((file) => readPage(path.join(folder, family, file)))
    .filter(({ wrong, right }) => wrong.length + right.length > 0);
}

/** What an example is called in a test's name. */
export const titleOf = (example: Addition): string =>
  "config" in example ? JSON.stringify(example.config) : example.code.trim().slice(beside.length);

function readPage(file: string): Page {
  const page = readFileSync(file, "utf8");
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

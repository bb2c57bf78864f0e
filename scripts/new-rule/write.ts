import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suggest } from "../../config/suggest";
import { type Problem, UserError } from "../../core/errors";
import { rulePage } from "../rule-docs/pages";
import { draftOf } from "./draft";
import { familyWith, ruleSource, testSource } from "./templates";

export interface NewRule {
  /** Folder of the repository. */
  root: string;
  family: string;
  id: string;
}

export interface Written {
  /** Relative to the repository, in the order in which to look at them. */
  files: string[];
  /** What is left to do, a line each. */
  next: string[];
}

/** Writes a rule's file, test and page, and lists it in its family. Refuses before it writes anything. */
export async function newRule({ root, family, id }: NewRule): Promise<Written> {
  const problems = problemsOf({ root, family, id });
  if (problems.length > 0) throw new UserError(problems, 2);
  const list = `policies/families/${family}.ts`;
  const files: Record<string, string> = {
    [`policies/rules/${family}/${id}.ts`]: ruleSource(family, id),
    [`test/policies/${family}/${id}.test.ts`]: testSource(family, id),
    [`docs/rules/${family}/${id}.md`]: rulePage(draftOf(family, id), undefined),
    [list]: familyWith(readFileSync(path.join(root, list), "utf8"), family, id),
  };
  for (const [file, text] of Object.entries(files)) {
    const full = path.join(root, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, await formatted(full, text));
  }
  return { files: Object.keys(files), next: nextSteps(family, id) };
}

function problemsOf({ root, family, id }: NewRule): Problem[] {
  const families = namesIn(path.join(root, "policies/families"));
  return [familyProblem(family, families), idProblem(id), takenProblem(root, id)].filter(
    (problem) => problem !== undefined,
  );
}

function familyProblem(family: string, families: readonly string[]): Problem | undefined {
  if (families.includes(family)) return undefined;
  const meant = suggest(family, families);
  const found = `no family named "${family}"`;
  if (family === "change") {
    const fix = "write one beside those in gate/rules: it judges a preview, not what is declared";
    return { where: {}, found, fix };
  }
  return {
    where: {},
    found,
    allowed: `one of ${families.join(", ")}`,
    fix: meant
      ? `did you mean ${meant}?`
      : "name one of these, or add a list in policies/families and a line in policies/catalogue.ts",
  };
}

/** Two words at least: one alone says too little, and may be a word of the language. */
const idForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

function idProblem(id: string): Problem | undefined {
  if (idForm.test(id)) return undefined;
  const allowed = "two or more words of small letters and digits with hyphens between them";
  return { where: {}, found: `the id "${id}"`, allowed, fix: "as in hsts-max-age" };
}

/** An id is one rule's, whatever its family: waivers and reports name it alone. */
function takenProblem(root: string, id: string): Problem | undefined {
  const families = namesIn(path.join(root, "policies/rules"));
  const folders = [...families.map((family) => `policies/rules/${family}`), "gate/rules"];
  const file = folders
    .map((folder) => path.join(root, folder, `${id}.ts`))
    .find((candidate) => existsSync(candidate));
  if (!file) return undefined;
  return { where: { file }, found: `a rule named "${id}" is there`, fix: "choose another id" };
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.parse(name).name) : [];
}

/** As `npm run format` wants it; the formatter is there for who works on the repository. */
async function formatted(file: string, text: string): Promise<string> {
  const { format, resolveConfig } = await import("prettier");
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

function nextSteps(family: string, id: string): string[] {
  return [
    "Next:",
    `  1. say in the rule what it demands and why; every "Fill in:" has to go`,
    "  2. options by tier, if it has some: the floors of its family, or policies/floors.ts; advisory on a tier: policies/levels.ts",
    `  3. a wrong and a right example and when to waive it, on the page: tests run the examples`,
    "  4. npm run generate",
    `  5. npx vitest run test/policies/${family}/${id}.test.ts test/repo/rules.test.ts`,
    "  6. npx groundwork check, and a line in CHANGELOG.md",
  ];
}

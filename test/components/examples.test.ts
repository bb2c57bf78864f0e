import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { runInThisContext } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import { transformSync } from "esbuild";
import * as ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { examplesOf } from "../../scripts/component-docs/examples";
import { onMocks } from "../support/mocks";
import { everyArn, vendorAnswers } from "../support/vendor-answers";
import * as scope from "./example-scope";

/* Every program that a component's page or its class shows compiles, and declares what it says on mocks. */

const repository = path.resolve(__dirname, "../..");
const below = (folder: string, end: string) =>
  readdirSync(path.join(repository, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => path.join(folder, name));
const read = (file: string) => readFileSync(path.join(repository, file), "utf8");

interface Example {
  title: string;
  text: string;
}

const pages = below("docs/components", ".md");
const folders = readdirSync(path.join(repository, "components"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `components/${name}`)
  .filter((folder) => existsSync(path.join(repository, folder, "index.ts")));

const examples = [
  ...pages.flatMap((file) => numbered(file, programsIn(read(file)))),
  ...folders.flatMap((folder) => numbered(folder, examplesOf(read(`${folder}/index.ts`)))),
];

function numbered(place: string, texts: readonly string[]): Example[] {
  return texts.map((text, at) => ({ title: `${place}, example ${at + 1}`, text }));
}

/** Programs in fences, also in those of a list item. What they export stays in the function that runs them. */
function programsIn(page: string): string[] {
  const fences = page.matchAll(/^( *)```ts\n([^]*?)\n\1```$/gm);
  return [...fences].map(([, indent = "", text = ""]) =>
    text.replaceAll(new RegExp(`^${indent}(export (?=const ))?`, "gm"), ""),
  );
}

/** The names of classes that components export. */
let classes: Record<string, unknown>;
beforeAll(async () => {
  const modules = await Promise.all(
    folders.map((folder) => import(path.join(repository, folder)) as Promise<object>),
  );
  classes = Object.assign({}, ...modules) as Record<string, unknown>;
}, 120_000);

describe("each component", () => {
  it.each(pages.filter((file) => !file.endsWith("README.md")))("has an example in %s", (file) => {
    expect(programsIn(read(file))).not.toEqual([]);
  });

  it.each(folders)("shows its smallest and its full use in %s", (folder) => {
    expect(examplesOf(read(`${folder}/index.ts`)).length).toBeGreaterThanOrEqual(2);
  });
});

describe("an example", () => {
  it.each(examples)("declares something on mocks: $title", async ({ text }) => {
    const names = { ...scope, ...classes, pulumi };
    const { code } = transformSync(text, { loader: "ts" });
    const program = `(({ ${Object.keys(names).join(", ")} }) => { {\n${code}\n} })`;
    const run = runInThisContext(program) as (given: typeof names) => void;
    const { resources } = await onMocks(() => run(names), {
      calls: vendorAnswers,
      outputs: everyArn,
    });
    expect(resources).not.toEqual([]);
  });

  it("compiles, as all others do", () => {
    expect(typeErrors()).toEqual([]);
  }, 120_000);
});

/** What the compiler says about the examples, all of them in one module each. */
function typeErrors(): string[] {
  const files = new Map(
    examples.map(({ text }, at) => [
      path.join(repository, `test/components/example-${at}.ts`),
      moduleOf(text),
    ]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (file) => files.has(file) || onDisk.fileExists(file);
  host.readFile = (file) => files.get(file) ?? onDisk.readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const text = files.get(file);
    if (text === undefined) return onDisk.getSourceFile(file, language, ...rest);
    return ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((file, at) => {
    const source = program.getSourceFile(file);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(
      ({ messageText }) =>
        `${examples[at]?.title}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
  });
}

function moduleOf(text: string): string {
  const imports = folders.map((folder) => {
    const exported = Object.keys(classes).filter((name) =>
      read(`${folder}/index.ts`).includes(`export class ${name} `),
    );
    return `import { ${exported.join(", ")} } from "../../${folder}";`;
  });
  const names = Object.keys(scope).join(", ");
  return [
    'import * as pulumi from "@pulumi/pulumi";',
    `import { ${names} } from "./example-scope";`,
    ...imports,
    `export function example(): void {\n${text}\n}`,
  ].join("\n");
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const repository = path.resolve(__dirname, "../..");
const modules = path.join(repository, "node_modules");
const sdkRunner = path.join(modules, "@pulumi/pulumi/cmd/run/run.js");

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), "program-"));
  symlinkSync(modules, path.join(project, "node_modules"));
  write("package.json", JSON.stringify({ name: "program", main: "index.ts" }));
  write(
    "tsconfig.json",
    `{ "compilerOptions": { "target": "es2022", "module": "nodenext", "moduleResolution": "nodenext" } } // as people write it`,
  );
});
afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, text: string): void {
  writeFileSync(path.join(project, file), text);
}

/** What the SDK's own runner of programs does before it loads one; that one first waits for an engine. */
const runner = `
const sdk = require("node:module").createRequire(${JSON.stringify(sdkRunner)});
sdk("source-map-support/register");
const { tsnodeRequire, typescriptRequire } = sdk("../../tsutils").typeScriptRequireStrings();
const compiler = sdk(typescriptRequire);
if (!/^\\d+\\./.test(compiler.version)) throw new Error("which TypeScript?");
sdk(tsnodeRequire).register({ compiler: typescriptRequire, project: "tsconfig.json", transpileOnly: true });
require("./index.ts");`;

function run(env: Record<string, string> = {}): string {
  const inherited = { ...process.env };
  delete inherited.PULUMI_NODEJS_TRANSPILE_ONLY;
  write("runner.cjs", runner);
  const args = ["--require", path.join(repository, "runtime/preload.cjs"), "runner.cjs"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    env: { ...inherited, PULUMI_NODEJS_TYPESCRIPT: "true", ...env },
    cwd: project,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

const compilers = `
const loaded = Object.keys(require.cache).filter((file) => /[\\\\/](typescript|ts-node.*|esbuild)[\\\\/].*\\.js$/.test(file));
console.log(JSON.stringify(loaded.map((file) => file.split(/[\\\\/]node_modules[\\\\/]/).at(-1))));
process.exit(0);`;

describe("a program in TypeScript", () => {
  it("loads no compiler once it was transpiled", () => {
    write("index.ts", `enum Size { small = 1 }\nconst size: Size = Size.small;${compilers}`);
    run();
    expect(run()).toBe("[]");
  });

  it("is transpiled anew when it changes", () => {
    const program = (text: string) =>
      `const said: string = "${text}";\nconsole.log(said);\nprocess.exit(0);`;
    write("index.ts", program("before"));
    expect(run()).toBe("before");
    write("index.ts", program("after"));
    expect(run()).toBe("after");
  });

  it("keeps the places of its source in stack traces", () => {
    write(
      "index.ts",
      `interface Nothing {\n  here: string;\n}\n\nfunction see(): string {\n  return new Error("seen").stack!;\n}\nconsole.log(see());\nprocess.exit(0);`,
    );
    const file = path.join(project, "index.ts");
    for (const from of ["the compiler", "memory"])
      expect(run().split("\n").slice(0, 3), from).toEqual([
        "Error: seen",
        `    at see (${file}:6:10)`,
        `    at Object.<anonymous> (${file}:8:13)`,
      ]);
  });

  it("has a stack trace for whatever cannot be written", () => {
    write(
      "index.ts",
      `class Mute extends Error {\n  override get message(): string {\n    throw new Error("no words");\n  }\n}\nconsole.log(new Mute().stack);\nprocess.exit(0);`,
    );
    expect(run().split("\n")[0]).toBe("Error");
  });

  it("imports what else is there: TypeScript, JSON, CommonJS that exports by assignment", () => {
    write(
      "index.ts",
      `import * as path from "node:path";\nimport data from "./data.json";\nimport made from "./made";\nconsole.log(path.basename("a/b"), data.name, made());\nprocess.exit(0);`,
    );
    write("data.json", `{ "name": "json" }`);
    write("made.ts", `export = () => "made";`);
    expect(run()).toBe("b json made");
  });

  it("is left to ts-node where types are to be checked", () => {
    write("index.ts", compilers);
    expect(run({ PULUMI_NODEJS_TRANSPILE_ONLY: "false" })).toContain("typescript.js");
  });
});

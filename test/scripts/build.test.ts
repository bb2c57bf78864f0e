import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, buildFailures } from "../../scripts/build.mjs";

/** A small project with everything that the build knows. */
const sources = {
  "tsconfig.json": "{}",
  "package-lock.json": "{}",
  "index.ts": `import { greet } from "./core/greet";\nexport = () => greet("program");\n`,
  "core/greet.ts": "export const greet = (name: string): string => `hello ${name}`;\n",
  "cli/main.ts": `import { greet } from "../core/greet";\nconsole.log(greet("cli"));\n`,
  "sandbox/daemon/main.ts": `import "some-package";\n`,
  "sandbox/engine/language-host/main.ts": "console.log(1);\n",
  "policies/packs/web/index.ts": `console.log("pack");\n`,
  "runtime/pack-runner.cjs": "",
  "runtime/compiled.cjs": "",
  "runtime/preload.cjs": "",
  "sdks/supabase/package.json": `{"name":"@pulumi/supabase"}`,
  "sdks/supabase/index.ts": `export * from "./config/vars";\n`,
  "sdks/supabase/config/vars.ts": "export const a: number = 1;\n",
  "sdks/supabase/types.d.ts": "declare const x: number;\n",
};

function project(files: Record<string, string> = sources): string {
  const root = mkdtempSync(join(tmpdir(), "groundwork-build-"));
  for (const [path, content] of Object.entries(files)) put(root, path, content);
  return root;
}

function put(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const read = (root: string, path: string) => readFileSync(join(root, path), "utf8");

const everything = [
  "dist/cli.cjs",
  "dist/language-host.cjs",
  "dist/program.cjs",
  "dist/sandbox.cjs",
  "policies/packs/web/bin/index.js",
  "sdks/supabase",
];

describe("what is built", () => {
  test("every entry point that has a source, the others without a word", async () => {
    const { built, failed } = await build({ projectDir: project() });
    expect([built.sort(), failed]).toEqual([everything, []]);
  });

  test("only the named one when one is named", async () => {
    const { built } = await build({ projectDir: project(), names: ["dist/program.cjs"] });
    expect(built).toEqual(["dist/program.cjs"]);
  });

  test("nothing in a folder without sources", async () => {
    expect(await build({ projectDir: project({}) })).toEqual({ built: [], failed: [] });
  });

  test("a program that runs, and whose errors name the TypeScript source", async () => {
    const root = project({
      ...sources,
      "index.ts": `\nexport = () => {\n  throw new Error("here");\n};\n`,
    });
    await build({ projectDir: root });
    const script = `require(${JSON.stringify(join(root, "dist/program.cjs"))})()`;
    const { stderr } = spawnSync(process.execPath, ["--enable-source-maps", "-e", script], {
      encoding: "utf8",
    });
    expect(stderr).toMatch(/index\.ts:3:\d+/);
  });

  test("packages stay outside of bundles", async () => {
    const root = project();
    await build({ projectDir: root });
    expect(read(root, "dist/sandbox.cjs")).toContain(`require("some-package")`);
  });

  test("the language host is one file that starts by itself and names its maker", async () => {
    const root = project();
    await build({ projectDir: root });
    expect(read(root, "dist/language-host.cjs")).toMatch(
      /^#!\/usr\/bin\/env node\n\/\/ Groundwork's language host/,
    );
    expect(existsSync(join(root, "dist/language-host.cjs.map"))).toBe(false);
  });

  test("the Supabase SDK file by file, with its package.json", async () => {
    const root = project();
    await build({ projectDir: root });
    const files = readdirSync(join(root, "sdks/supabase/bin"), { recursive: true }).sort();
    expect(files).toEqual([
      "config",
      "config/vars.js",
      "config/vars.js.map",
      "index.js",
      "index.js.map",
      "package.json",
    ]);
    const sdk = JSON.stringify(join(root, "sdks/supabase/bin"));
    expect(execFileSync(process.execPath, ["-p", `require(${sdk}).a`]).toString()).toBe("1\n");
  });
});

describe("what is built again", () => {
  const change = async (act: (root: string) => void): Promise<string[]> => {
    const root = project();
    await build({ projectDir: root });
    act(root);
    return (await build({ projectDir: root })).built.sort();
  };

  test("nothing when nothing changed", async () => {
    expect(await change(() => undefined)).toEqual([]);
  });

  test("nothing when a file was only touched", async () => {
    const touch = (root: string) => utimesSync(join(root, "core/greet.ts"), 1, 1);
    expect(await change(touch)).toEqual([]);
  });

  test("what imports a changed file", async () => {
    const edit = (root: string) => put(root, "core/greet.ts", `export const greet = () => "x";`);
    expect(await change(edit)).toEqual(["dist/cli.cjs", "dist/program.cjs"]);
  });

  test("what was changed without a change of length", async () => {
    const edit = (root: string) => {
      put(root, "policies/packs/web/index.ts", `console.log("kcap");\n`);
      utimesSync(join(root, "policies/packs/web/index.ts"), 2, 2);
    };
    expect(await change(edit)).toEqual(["policies/packs/web/bin/index.js"]);
  });

  test("what lost its output", async () => {
    const remove = (root: string) => rmSync(join(root, "dist/cli.cjs"));
    expect(await change(remove)).toEqual(["dist/cli.cjs"]);
  });

  test("the SDK when a file was added to it", async () => {
    const add = (root: string) => put(root, "sdks/supabase/new.ts", "export {};\n");
    expect(await change(add)).toEqual(["sdks/supabase"]);
  });

  test("the SDK when its package.json changed", async () => {
    const edit = (root: string) => put(root, "sdks/supabase/package.json", `{"version":"2"}`);
    expect(await change(edit)).toEqual(["sdks/supabase"]);
  });

  test("the self-contained host when the lock file changed", async () => {
    const edit = (root: string) => put(root, "package-lock.json", `{"packages":{}}`);
    expect(await change(edit)).toEqual(["dist/language-host.cjs"]);
  });

  test("everything when the compiler's settings changed", async () => {
    const edit = (root: string) => put(root, "tsconfig.json", `{"compilerOptions":{}}`);
    expect(await change(edit)).toEqual(everything);
  });

  test("what an unreadable stamp says nothing about", async () => {
    const spoil = (root: string) => put(root, "dist/.stamps/dist_cli.cjs.json", "{");
    expect(await change(spoil)).toEqual(["dist/cli.cjs"]);
  });
});

describe("a source that does not compile", () => {
  const broken = { ...sources, "index.ts": `import "./missing";\n`, "cli/main.ts": "const = 1;\n" };

  test("is named with its place, and the others are built", async () => {
    const { built, failed } = await build({ projectDir: project(broken) });
    expect(built).toHaveLength(everything.length - 2);
    expect(buildFailures(failed)).toEqual([
      "dist/cli.cjs was not built:",
      `  cli/main.ts:1:7: Expected identifier but found "="`,
      "dist/program.cjs was not built:",
      `  index.ts:1:8: Could not resolve "./missing"`,
    ]);
  });

  test("leaves the last good output alone", async () => {
    const root = project();
    await build({ projectDir: root });
    const before = read(root, "dist/program.cjs");
    put(root, "index.ts", "const = 1;\n");
    await build({ projectDir: root });
    expect(read(root, "dist/program.cjs")).toBe(before);
  });

  test("is tried again until it is mended", async () => {
    const root = project(broken);
    await build({ projectDir: root });
    put(root, "index.ts", "export {};\n");
    const { built, failed } = await build({ projectDir: root });
    expect([built, failed.map(({ name }) => name)]).toEqual([
      ["dist/program.cjs"],
      ["dist/cli.cjs"],
    ]);
  });
});

test("two builds at once leave whole files and nothing else", async () => {
  const root = project();
  const script = join(__dirname, "../../scripts/build.mjs");
  const code = `import(${JSON.stringify(script)}).then((it) => it.build({ projectDir: ${JSON.stringify(root)} }))`;
  const child = import("node:child_process").then(
    ({ execFile }) => new Promise((resolve) => execFile(process.execPath, ["-e", code], resolve)),
  );
  await Promise.all([build({ projectDir: root }), build({ projectDir: root }), child]);
  expect(execFileSync(process.execPath, [join(root, "dist/cli.cjs")]).toString()).toBe(
    "hello cli\n",
  );
  const left = readdirSync(root, { recursive: true }).filter((file) =>
    String(file).endsWith(".tmp"),
  );
  expect(left).toEqual([]);
});

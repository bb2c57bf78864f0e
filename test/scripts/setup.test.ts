import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import { nodeProblem } from "../../scripts/lib/node-version.mjs";

const root = join(__dirname, "../..");

describe("the version of Node", () => {
  test.each(["20.19.0", "20.20.2", "21.0.0", "22.1.0", "100.0.0"])("%s is enough", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  test.each(["20.18.9", "18.20.0", "4.9.1", "20.9.0"])("%s is too old", (version) => {
    expect(nodeProblem(version)).toBe(
      `Node: got ${version}; expected 20.19 or newer (22 is what the Pulumi SDK asks for, 20.20 works); ` +
        "install it from https://nodejs.org or with `nvm install 22`",
    );
  });

  test("too old: set-up says so, touches nothing and ends with 2", () => {
    const clone = bareClone();
    const pretend = join(clone, "pretend.cjs");
    writeFileSync(
      pretend,
      `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.0.0" } });`,
    );
    const { status, stderr } = setup(clone, { nodeArgs: ["--require", pretend] });
    expect([status, stderr]).toEqual([2, `${nodeProblem("18.0.0")}\n`]);
  });

  test.each(["scripts/setup.mjs", "scripts/lib/node-version.mjs"])(
    "%s can be read by Node that is too old",
    (file) => {
      const languageOptions = { ecmaVersion: 2020, sourceType: "module" } as const;
      const messages = new Linter().verify(
        readFileSync(join(root, file), "utf8"),
        [{ files: ["**/*.mjs"], languageOptions }],
        file,
      );
      expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    },
  );
});

/** A clone with one program to compile and a compiler; the packages count as installed. */
function bareClone(program = "export {};\n"): string {
  const clone = mkdtempSync(join(tmpdir(), "groundwork-setup-"));
  for (const file of ["scripts/setup.mjs", "scripts/build.mjs", "scripts/lib"]) {
    cpSync(join(root, file), join(clone, file), { recursive: true });
  }
  for (const file of ["lock.mjs", "progress.mjs"]) {
    cpSync(join(root, "sandbox/engine", file), join(clone, "sandbox/engine", file));
  }
  write(clone, "index.ts", program);
  write(clone, "tsconfig.json", "{}");
  mkdirSync(join(clone, "node_modules"));
  symlinkSync(join(root, "node_modules/esbuild"), join(clone, "node_modules/esbuild"));
  return clone;
}

function write(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

interface Run {
  args?: string[];
  nodeArgs?: string[];
  /** Shell line of the npm on PATH. */
  npm?: string;
}

function setup(clone: string, { args = ["--no-engine"], nodeArgs = [], npm = "exit 0" }: Run = {}) {
  write(clone, "tools/npm", `#!/bin/sh\n${npm}\n`);
  spawnSync("chmod", ["+x", join(clone, "tools/npm")]);
  const env = { ...process.env, PATH: `${join(clone, "tools")}:${process.env.PATH}` };
  delete (env as { npm_execpath?: string }).npm_execpath;
  return spawnSync(process.execPath, [...nodeArgs, join(clone, "scripts/setup.mjs"), ...args], {
    env,
    encoding: "utf8",
  });
}

describe("set-up", () => {
  test("installs and compiles on a bare clone, and is silent the second time", () => {
    const clone = bareClone();
    const first = setup(clone);
    expect([first.status, first.stdout]).toEqual([0, ""]);
    expect(first.stderr).toContain("Installing packages with npm ci");
    expect(readFileSync(join(clone, "dist/program.cjs"), "utf8")).toContain("module.exports");
    const second = setup(clone, { npm: "exit 1" });
    expect([second.status, second.stdout, second.stderr]).toEqual([0, "", ""]);
  });

  test("ends with 2 when npm fails", () => {
    const { status, stderr } = setup(bareClone(), { npm: "echo npm error code E500 >&2; exit 1" });
    expect(status).toBe(2);
    expect(stderr).toContain("npm ci: ended with 1: code E500");
  });

  test("ends with 1 when a source does not compile, naming the place", () => {
    const { status, stderr } = setup(bareClone("const = 1;\n"));
    expect(status).toBe(1);
    expect(stderr).toContain(`index.ts:1:7: Expected identifier but found "="`);
  });

  test("refuses a flag that it does not know", () => {
    const { status, stderr } = setup(bareClone(), { args: ["--no-engin"] });
    expect([status, stderr]).toEqual([
      2,
      "setup: got --no-engin; expected --no-engine, --engine or nothing\n",
    ]);
  });

  test("gets the engine after the files, and passes its exit code on", () => {
    const clone = bareClone();
    setup(clone);
    write(
      clone,
      "dist/engine.cjs",
      "exports.readyNow = () => undefined;\nif (require.main === module) process.exitCode = 2;\n",
    );
    expect(setup(clone, { args: [] }).status).toBe(2);
  });

  test("gets the engine alone although the program does not compile", () => {
    const clone = bareClone("const = 1;\n");
    write(clone, "sandbox/engine/main.ts", "exports.readyNow = () => ({});\n");
    expect(setup(clone, { args: ["--engine"] }).status).toBe(0);
  });

  test("starts nothing when the engine is there", () => {
    const clone = bareClone();
    setup(clone);
    write(
      clone,
      "dist/engine.cjs",
      "exports.readyNow = () => ({});\nif (require.main === module) process.exitCode = 2;\n",
    );
    const { status, stderr } = setup(clone, { args: [] });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

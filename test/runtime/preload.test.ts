import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(__dirname, "../..");
const preload = join(root, "runtime/preload.cjs");

interface Options {
  env?: Record<string, string>;
  /** Node's own arguments. Default: the preload, as the engine's `nodeargs` give it. */
  nodeArgs?: string[];
}

/** Runs a script from a file inside the repository's reach, so that it finds the SDK. */
function run(script: string, { env = {}, nodeArgs = ["--require", preload] }: Options = {}) {
  const file = join(mkdtempSync(join(tmpdir(), "groundwork-preload-")), "program.cjs");
  writeFileSync(
    file,
    script.replaceAll("@pulumi/pulumi", join(root, "node_modules/@pulumi/pulumi")),
  );
  const inherited = { ...process.env };
  delete inherited.PULUMI_NODEJS_TRANSPILE_ONLY;
  const { stdout, stderr, status } = spawnSync(process.execPath, [...nodeArgs, file], {
    env: { ...inherited, ...env },
    encoding: "utf8",
  });
  return { stdout: stdout.trim(), stderr, status };
}

const debuggable = `require("@pulumi/pulumi/runtime/debuggable")`;

/** Lines of the stack trace that the SDK keeps for a promise. */
const traceLines = `
  const promise = Promise.resolve(1);
  ${debuggable}.debuggablePromise(promise, "test");
  console.log(promise._debugStackTrace.split("\\n").length - 1);`;

const loadedFiles = (pattern: string) =>
  `Object.keys(require.cache).filter((file) => ${pattern}.test(file)).length`;

describe("stack traces of promises", () => {
  test("are not made", () => {
    expect(run(traceLines).stdout).toBe("0");
  });

  test("are made as ever when leaks are debugged", () => {
    const { stdout } = run(traceLines, { env: { PULUMI_DEBUG_PROMISE_LEAKS: "true" } });
    expect(Number(stdout)).toBeGreaterThan(2);
  });

  test("are not made either when the SDK was loaded before", () => {
    const late = `${debuggable}; require(${JSON.stringify(preload)}); ${traceLines}`;
    expect(run(late, { nodeArgs: [] }).stdout).toBe("0");
  });

  test("the wrap is put on once, however often the preload is loaded", () => {
    const twice = `
      const before = ${debuggable}.debuggablePromise;
      delete require.cache[${JSON.stringify(preload)}];
      require(${JSON.stringify(preload)});
      console.log(${debuggable}.debuggablePromise === before);`;
    expect(run(twice).stdout).toBe("true");
  });

  test("a promise that nobody awaits is still found", () => {
    const { stderr, status } = run(`
      const pulumi = require("@pulumi/pulumi");
      ${debuggable}.debuggablePromise(new Promise(() => {}), "leak");`);
    expect(status).toBe(1);
    expect(stderr).toContain("The Pulumi runtime detected that 1 promise was still active");
  });

  test("a module of another shape is left alone", () => {
    const script = `
      const Module = require("node:module");
      const other = { debuggablePromise: (promise) => promise };
      const before = other.debuggablePromise;
      const file = require.resolve("@pulumi/pulumi/runtime/debuggable");
      require.cache[file] = Object.assign(new Module(file), { exports: other, loaded: true });
      console.log(${debuggable}.debuggablePromise === before);`;
    expect(run(script).stdout).toBe("true");
  });
});

describe("errors of a program", () => {
  const program = (body: string) => `
    const pulumi = require("@pulumi/pulumi");
    pulumi.runtime.setMocks({ newResource: (args) => ({ id: "1", state: args.inputs }), call: () => ({}) });
    function outer() { return inner(); }
    function inner() { ${body} }`;
  const frames = (text: string) => (text.match(/^\s+at /gm) ?? []).length;

  test("thrown by itself keep their whole stack", () => {
    const { stderr, status } = run(program("throw new Error('mine');") + "outer();");
    expect(status).toBe(1);
    expect(stderr).toMatch(/Error: mine\n\s+at inner .*\n\s+at outer /);
    expect(frames(stderr)).toBeGreaterThan(5);
  });

  test("thrown in an apply keep their whole stack", () => {
    const { stderr } = run(`
      ${program("throw new Error('mine');")}
      process.on("unhandledRejection", (error) => { console.error(error.stack); process.exit(1); });
      const resource = new pulumi.ComponentResource("a:b:C", "c");
      resource.urn.apply(() => outer());`);
    expect(stderr).toMatch(/Error: mine\n\s+at inner .*\n\s+at outer /);
    expect(frames(stderr)).toBeGreaterThan(2);
  });

  test("of the SDK about a wrong argument keep the place of the call", () => {
    const { stderr } = run(
      program(`return new pulumi.ComponentResource("a:b:C", undefined);`) + "outer();",
    );
    expect(stderr).toMatch(/at inner .*program\.cjs/);
  });
});

describe("what is said to the engine while debugging", () => {
  const program = `
    const pulumi = require("@pulumi/pulumi");
    pulumi.runtime.setMocks({ newResource: (args) => ({ id: "1", state: args.inputs }), call: () => ({}) });
    const said = [];
    const log = (request, done) => { said.push(request.getMessage()); done(); };
    require("@pulumi/pulumi/runtime/settings").getEngine = () => ({ log });
    new pulumi.ComponentResource("a:b:C", "c");
    pulumi.log.debug("the program's own word");
    pulumi.log.warn("a warning");
    process.on("exit", () => console.log(JSON.stringify(said)));`;
  const said = (options: Options = {}) => JSON.parse(run(program, options).stdout) as string[];

  test("the SDK's own words about each resource are not", () => {
    expect(said()).toEqual(["the program's own word", "a warning"]);
  });

  test("they are when asked for", () => {
    const all = said({ env: { GROUNDWORK_SDK_DEBUG: "true" } });
    expect(all).toContain("a warning");
    expect(all.some((line) => line.startsWith("Registering resource"))).toBe(true);
  });
});

describe("modules that only serialised functions need", () => {
  const heavy = loadedFiles("/[\\\\/]arborist[\\\\/]lib|typescript[\\\\/]lib[\\\\/]typescript/");

  test("are loaded by the SDK as shipped", () => {
    const { stdout } = run(`require("@pulumi/pulumi"); console.log(${heavy});`, { nodeArgs: [] });
    expect(Number(stdout)).toBeGreaterThan(1);
  });

  test("are not loaded by a program that serialises nothing", () => {
    expect(run(`require("@pulumi/pulumi"); console.log(${heavy});`).stdout).toBe("0");
  });

  test("serve a function that is serialised", () => {
    const { stdout } = run(`
      const pulumi = require("@pulumi/pulumi");
      const answer = 42;
      pulumi.runtime.serializeFunction(() => answer).then(({ text }) => console.log(text.includes("42")));`);
    expect(stdout).toBe("true");
  });

  test("serve the packages that a serialised function needs", () => {
    const { stdout, stderr } = run(`
      process.chdir(${JSON.stringify(root)});
      const pulumi = require("@pulumi/pulumi");
      pulumi.runtime.computeCodePaths({}).then((paths) => console.log(paths.size > 0));`);
    expect([stdout, stderr]).toEqual(["true", ""]);
  });

  test("the program's own require gets the real thing", () => {
    const { stdout } = run(`
      require("@pulumi/pulumi");
      const typescript = require(${JSON.stringify(join(root, "node_modules/typescript"))});
      console.log(Object.keys(typescript).length > 100);`);
    expect(stdout).toBe("true");
  });

  test("a program in TypeScript finds its compiler", () => {
    const { stdout } = run(
      `console.log(require("@pulumi/pulumi/tsutils").typeScriptRequireStrings().typescriptRequire);`,
      { env: { PULUMI_NODEJS_TYPESCRIPT: "true" } },
    );
    expect(stdout).toBe("typescript");
  });
});

describe("modules that only tracing and the automation API need", () => {
  const heavy = loadedFiles("/[\\\\/](@opentelemetry[\\\\/]sdk-trace|execa)/");
  const load = `const pulumi = require("@pulumi/pulumi"); const tracing = require("@pulumi/pulumi/cmd/run/tracing");`;

  test("are loaded by the SDK as shipped", () => {
    expect(Number(run(`${load} console.log(${heavy});`, { nodeArgs: [] }).stdout)).toBeGreaterThan(
      1,
    );
  });

  test("are not loaded by a program that is not traced", () => {
    const spans = `tracing.newSpan("a").end();`;
    expect(run(`${load} ${spans} console.log(${heavy});`).stdout).toBe("0");
  });

  test("serve one that is", () => {
    const { stdout } = run(`${load}
      tracing.start("http://127.0.0.1:9/api/v2/spans");
      console.log(tracing.newSpan("a").isRecording());
      process.exit(0);`);
    expect(stdout).toBe("true");
  });

  test("serve a program that automates", () => {
    const { stdout } = run(`${load} console.log(typeof pulumi.automation.LocalWorkspace.create);`);
    expect(stdout).toBe("function");
  });
});

describe("type checks at run time", () => {
  const shown = "console.log(process.env.PULUMI_NODEJS_TRANSPILE_ONLY);";

  test("are off", () => {
    expect(run(shown).stdout).toBe("true");
  });

  test("stay as the person set them", () => {
    expect(run(shown, { env: { PULUMI_NODEJS_TRANSPILE_ONLY: "false" } }).stdout).toBe("false");
  });
});

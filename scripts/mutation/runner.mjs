/**
 * Runs the test of one rule against one mutant of it: test/policies/<family>/<id>.test.ts for policies/rules/<family>/<id>.ts.
 * Stryker's runner for Vitest starts a worker and loads the whole catalogue for each mutant, which takes seconds; here
 * the modules that do not depend on the mutated one stay loaded, and a mutant takes milliseconds.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect } from "vitest";
import { testApi } from "./test-api.mjs";

export class RuleTestRunner {
  #root;
  #require;
  #state = (globalThis.__stryker__ ??= {});

  /** Stryker starts runners inside the sandbox, where the files are the mutated ones. */
  constructor(root = process.cwd()) {
    this.#root = root;
    this.#require = createRequire(path.join(root, "index.ts"));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    this.#require.extensions[".ts"] = compileTypeScript;
  }

  async dryRun({ files }) {
    this.#state.activeMutant = undefined;
    const tests = [];
    for (const file of files) tests.push(...(await this.#runTestOf(file, { bail: false })));
    return { status: "complete", tests, mutantCoverage: this.#state.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, hitLimit }) {
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    this.#forget(sandboxFileName);
    try {
      const tests = await this.#runTestOf(sandboxFileName, { bail: true });
      if (this.#state.hitCount > hitLimit) return { status: "timeout", reason: "runs for ever" };
      return outcomeOf(tests);
    } finally {
      this.#forget(sandboxFileName);
    }
  }

  async #runTestOf(ruleFile, { bail }) {
    const rule = path.relative(path.join(this.#root, "policies/rules"), ruleFile);
    const fileName = path.join(this.#root, "test/policies", rule.replace(/\.ts$/, ".test.ts"));
    const results = [];
    for (const { name, body } of this.#testsIn(fileName)) {
      const about = { id: `${rule} ${results.length} ${name}`, name, fileName };
      const result = await this.#run(about, body);
      results.push(result);
      if (bail && result.status === failed) break;
    }
    return results;
  }

  async #run(about, body) {
    const start = Date.now();
    this.#state.currentTestId = about.id;
    const failure = await failureOf(body);
    this.#state.currentTestId = undefined;
    return { ...about, timeSpentMs: Date.now() - start, ...failure };
  }

  /** A mutant may break a module as it loads; that is a failure which its test sees. */
  #testsIn(fileName) {
    const { tests, api } = testApi(expect);
    const vitest = this.#require.resolve("vitest");
    this.#require.cache[vitest] = { id: vitest, exports: api, loaded: true, children: [] };
    try {
      this.#require(fileName);
      return tests;
    } catch (error) {
      return [{ name: "loads", body: () => Promise.reject(error) }];
    }
  }

  /** Makes the modules that are or import this file, however far, be loaded again. */
  #forget(file) {
    const { cache } = this.#require;
    const importers = new Map();
    for (const { filename, children } of Object.values(cache)) {
      for (const child of children) {
        importers.set(child.filename, [...(importers.get(child.filename) ?? []), filename]);
      }
    }
    const stale = [file];
    for (const one of stale) {
      if (!(one in cache)) continue;
      delete cache[one];
      stale.push(...(importers.get(one) ?? []));
    }
  }
}

/** As Stryker numbers them. */
const [passed, failed] = [0, 1];

function outcomeOf(tests) {
  const nrOfTests = tests.length;
  const killer = tests.find(({ status }) => status === failed);
  if (!killer) return { status: "survived", nrOfTests };
  const { id, failureMessage } = killer;
  return { status: "killed", killedBy: [id], failureMessage, nrOfTests };
}

async function failureOf(body) {
  try {
    await body();
    return { status: passed };
  } catch (error) {
    return {
      status: failed,
      failureMessage: error instanceof Error ? error.message : String(error),
    };
  }
}

const compiled = new Map();

function compileTypeScript(module, filename) {
  const known = compiled.get(filename) ?? toCommonJs(filename);
  compiled.set(filename, known);
  module._compile(known, filename);
}

function toCommonJs(filename) {
  const source = readFileSync(filename, "utf8");
  return transformSync(source, {
    loader: "ts",
    format: "cjs",
    target: "node20",
    sourcefile: filename,
  }).code;
}

const testRunner = () => new RuleTestRunner();
testRunner.inject = [];
export const strykerPlugins = [{ kind: "TestRunner", name: "rule", factory: testRunner }];

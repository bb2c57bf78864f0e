/**
 * Stands in for ts-node in a program that is transpiled and not type-checked: the same files become the same CommonJS by
 * esbuild, and what they became is kept by their content, so that a run without a change loads no compiler at all. Loading
 * TypeScript takes half a second of every preview and update.
 */
"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const { stackWriter } = require("./stack-places.cjs");

/** What a program was compiled to, by its file: whoever maps a stack trace asks for it. */
const compiled = new Map();

/**
 * The stand-in for a project folder; undefined where it has no esbuild.
 * @param {string} project
 */
exports.transpiler = function transpiler(project) {
  const esbuild = packageOf("esbuild", project);
  return esbuild && { VERSION: "none", register: (options) => register(esbuild, options) };
};

function packageOf(name, project) {
  try {
    const manifest = require.resolve(`${name}/package.json`, { paths: [project] });
    return { folder: path.dirname(manifest), version: require(manifest).version };
  } catch {
    return undefined;
  }
}

function register(esbuild, { project, skipProject }) {
  const tsconfig = skipProject ? "{}" : fs.readFileSync(project, "utf8");
  const cache = path.join(esbuild.folder, "..", ".cache", "groundwork", "typescript");
  const toCommonJs = (source, file) => {
    const key = digest([esbuild.version, process.version, tsconfig, file, source]);
    return remembered(path.join(cache, `${key}.cjs`), () =>
      transform(esbuild, { source, file, tsconfig }),
    );
  };
  Module._extensions[".ts"] = (module, file) => {
    const code = toCommonJs(fs.readFileSync(file, "utf8"), file);
    compiled.set(file, code);
    module._compile(code, file);
  };
  Error.prepareStackTrace = stackWriter(compiled);
}

function transform(esbuild, { source, file, tsconfig }) {
  const options = {
    loader: "ts",
    format: "cjs",
    platform: "node",
    target: `node${process.versions.node}`,
    sourcefile: file,
    sourcemap: "inline",
    sourcesContent: false,
    tsconfigRaw: tsconfig,
    logLevel: "silent",
  };
  try {
    return require(esbuild.folder).transformSync(source, options).code;
  } catch (error) {
    // By this name the SDK tells a slip in a program, and prints no stack of ours.
    throw Object.assign(error, { name: SyntaxError.name });
  }
}

function digest(parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest("hex");
}

/** Kept whole or not at all: two runs may write the same file at once. Where nothing can be written, nothing is kept. */
function remembered(file, make) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    const code = make();
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      const temporary = `${file}.${process.pid}`;
      fs.writeFileSync(temporary, code);
      fs.renameSync(temporary, file);
    } catch {
      // A read-only installation transpiles anew each time.
    }
    return code;
  }
}

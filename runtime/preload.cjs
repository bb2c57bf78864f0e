/**
 * Loaded before the Pulumi SDK (`nodeargs: --require ./runtime/preload.cjs`, or by `require` in-process), it makes
 * programs of hundreds of resources several times faster and changes nothing that a program can see:
 *
 * - For every promise that it makes, the SDK formats a stack trace that only PULUMI_DEBUG_PROMISE_LEAKS ever prints.
 *   Here that one trace stays empty; leaks are still found, and the errors of programs keep their whole stack.
 * - The SDK tells the engine several times, in a call each, that it registers a resource; only its own developers read
 *   that. GROUNDWORK_SDK_DEBUG brings it back; what a program says by `pulumi.log.debug` always arrives.
 * - What serves serialised functions alone (`@npmcli/arborist`, `typescript` and others), the automation API, and what only
 *   `--tracing` needs has stand-ins that load on first use.
 * - Programs are transpiled, not type-checked, on each run: `npm test` checks types. Where the project has esbuild and no
 *   ts-node of its own, transpile.cjs does it, and TypeScript too is loaded on first use only.
 */
"use strict";

const Module = require("node:module");

const PATCHED = Symbol.for("groundwork.preload");
const DEBUGGABLE = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/;
const LOG = /[\\/]@pulumi[\\/]pulumi[\\/]log[\\/]index\.js$/;
const SDK_INDEX = /[\\/]@pulumi[\\/]pulumi[\\/]index\.js$/;
const TS_NODE = /^ts-node$|[\\/]ts-node@[^\\/]+[\\/]?$/;
const TRACING = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]tracing\.js$/;
const SDK = /[\\/]@pulumi[\\/]pulumi[\\/](?!node_modules[\\/])/;

/** Packages that the SDK needs for serialised functions alone. */
const SELDOM = ["@npmcli/arborist", "js-yaml", "normalize-package-data"];

if (!process[PATCHED]) {
  Object.defineProperty(process, PATCHED, { value: true });
  process.env.PULUMI_NODEJS_TRANSPILE_ONLY ??= "true";
  const tsNode = ownTranspiler();
  const lazy = new Map(lazyModules(tsNode).map((name) => [name, undefined]));
  const wrap = !process.env.PULUMI_DEBUG_PROMISE_LEAKS;
  if (wrap) wrapWhatIsLoaded();
  interceptLoads({ lazy, wrap, tsNode, hush: !process.env.GROUNDWORK_SDK_DEBUG });
}

/** A program in TypeScript that ts-node runs needs the compiler at once: a stand-in would only stand in its way. */
function lazyModules(tsNode) {
  return runsTypeScript() && !tsNode ? SELDOM : [...SELDOM, "typescript"];
}

function runsTypeScript() {
  return process.env.PULUMI_NODEJS_TYPESCRIPT === "true";
}

/** What transpiles a program in ts-node's place: not where types are to be checked, or the project brings its own. */
function ownTranspiler() {
  if (!runsTypeScript() || process.env.PULUMI_NODEJS_TRANSPILE_ONLY !== "true") return undefined;
  const project = process.cwd();
  if (isInstalled("ts-node", project)) return undefined;
  return require("./transpile.cjs").transpiler(project);
}

function isInstalled(name, project) {
  try {
    return Boolean(require.resolve(name, { paths: [project] }));
  } catch {
    return false;
  }
}

function wrapWhatIsLoaded() {
  for (const [file, module] of Object.entries(require.cache)) {
    if (module && DEBUGGABLE.test(file)) wrapDebuggable(module.exports);
  }
}

function interceptLoads({ lazy, wrap, tsNode, hush }) {
  const load = Module._load;
  Module._load = function (request, parent, isMain) {
    if (tsNode && TS_NODE.test(request) && isOfSdk(parent)) return tsNode;
    if (lazy.has(request) && isOfSdk(parent)) {
      // The SDK falls back to a compiler of its own when none is installed: a missing module must throw here.
      Module._resolveFilename(request, parent);
      return lazy.get(request) ?? remember(lazy, request, (name) => load(name, parent, isMain));
    }
    const later = () => load(request, parent, isMain);
    if (request === "./automation" && SDK_INDEX.test(parent?.filename)) return lazyExports(later);
    if (isForTracing(request, parent)) return lazyParts(later);
    const exports = load.apply(this, arguments);
    if (wrap && request.endsWith("/debuggable") && isDebuggable(request, parent)) {
      wrapDebuggable(exports);
    }
    return hush && request.endsWith("/log") && isOwnLog(request, parent)
      ? hushed(exports)
      : exports;
  };
}

/** Spans are asked for in every run, by the API alone; the rest makes and sends them. */
function isForTracing(request, parent) {
  const isSdkOfTracing = request.startsWith("@opentelemetry/") && request !== "@opentelemetry/api";
  return isSdkOfTracing && TRACING.test(parent?.filename);
}

function isOfSdk(parent) {
  return Boolean(parent?.filename) && SDK.test(parent.filename);
}

/** The log as the SDK's own modules see it; a program gets its own from the SDK's index. */
function isOwnLog(request, parent) {
  const by = parent?.filename ?? "";
  return SDK.test(by) && !SDK_INDEX.test(by) && LOG.test(Module._resolveFilename(request, parent));
}

/** One that says all but what is for debugging. */
function hushed(log) {
  return Object.create(log, { debug: { value: () => Promise.resolve(), enumerable: true } });
}

function remember(lazy, request, load) {
  const known = request === "typescript" ? knownOfTypeScript(load) : {};
  const standIn = lazyExports(() => load(request), known);
  lazy.set(request, standIn);
  return standIn;
}

function isDebuggable(request, parent) {
  return DEBUGGABLE.test(Module._resolveFilename(request, parent));
}

/** Leaves a module of another shape alone: a newer SDK may have mended this itself. */
function wrapDebuggable(exports) {
  const original = exports.debuggablePromise;
  if (typeof original !== "function" || original[PATCHED]) return;
  if (!original.toString().includes("_debugStackTrace")) return;
  if (!Object.getOwnPropertyDescriptor(exports, "debuggablePromise").writable) return;
  exports.debuggablePromise = function debuggablePromise(...args) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      return original.apply(this, args);
    } finally {
      Error.stackTraceLimit = limit;
    }
  };
  Object.defineProperty(exports.debuggablePromise, PATCHED, { value: true });
}

/** What the SDK asks of a module at once, answered without it: which TypeScript it is, and the options for ts-node. */
function knownOfTypeScript(load) {
  const { version } = load("typescript/package.json");
  return { version, parseConfigFileTextToJson: () => ({ config: {} }) };
}

/**
 * Stands in for what `load` returns until anything is asked of it that `known` does not answer, nor `__esModule`: compiled
 * TypeScript asks that of every import, and copies a module of another answer property by property.
 */
function lazyExports(load, known = {}) {
  let loaded;
  const real = () => (loaded ??= load());
  const get = (_, key) => {
    if (key === "__esModule") return true;
    if (Object.hasOwn(known, key)) return known[key];
    return key === "default" ? (real().default ?? real()) : real()[key];
  };
  return new Proxy(function () {}, {
    get,
    has: (_, key) => Reflect.has(real(), key),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
    construct: (_, args) => Reflect.construct(real(), args),
  });
}

/** A module whose exports are taken apart at once: each of them loads it on first use. */
function lazyParts(load) {
  return new Proxy({}, { get: (_, key) => lazyExports(() => load()[key]) });
}

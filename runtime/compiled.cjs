/**
 * Loaded before a policy pack that is compiled already. The SDK's runner loads TypeScript and ts-node for every pack, in
 * case it is not: twice the time of everything else that a pack loads, before each preview. Here both have stand-ins; what
 * else asks for TypeScript gets it on first use.
 */
"use strict";

const Module = require("node:module");

const RUNNER = /[\\/]@pulumi[\\/]pulumi[\\/](cmd[\\/]run-policy-pack[\\/]run|tsutils)\.js$/;
const TS_NODE = /^ts-node$|[\\/]ts-node@[^\\/]+[\\/]?$/;

const load = Module._load;
Module._load = function (request, parent) {
  const asked = parent?.filename && RUNNER.test(parent.filename);
  if (asked && TS_NODE.test(request)) return { register() {}, VERSION: "none" };
  if (asked && request === "typescript") return { version: versionOf(request, parent) };
  return load.apply(this, arguments);
};

// The host says so of every pack, and the preload would then look for what transpiles one.
delete process.env.PULUMI_NODEJS_TYPESCRIPT;
require("./preload.cjs");

/** Throws where it is not installed, as loading it would: the SDK then takes a compiler of its own. */
function versionOf(request, parent) {
  Module._resolveFilename(request, parent);
  return load(`${request}/package.json`, parent, false).version;
}

/**
 * Stands before the SDK's runner of policy packs, in a pack's own `node_modules`, where the language host looks for it
 * first: `nodeargs` of a PulumiPolicy.yaml arrive behind the script, so that nothing else can be loaded before it.
 */
"use strict";

const Module = require("node:module");
const path = require("node:path");

require("./compiled.cjs");

/** The folder that holds the pack, seen from `node_modules/@pulumi/pulumi/cmd/run-policy-pack` below the pack. */
const packs = path.resolve(__dirname, "../../../../../..");
Module.createRequire(path.join(packs, "any.cjs"))("@pulumi/pulumi/cmd/run-policy-pack");

#!/usr/bin/env node
// Makes dependencies and compiled files current (nothing to do costs milliseconds), then runs the command line.
// Old syntax on purpose: a Node that is too old must get as far as the message.
"use strict";

function start() {
  return import("../../scripts/lib/node-version.mjs")
    .then(function (node) {
      var problem = node.nodeProblem(process.versions.node);
      if (!problem) return import("../../scripts/lib/run-setup.mjs");
      console.error(problem);
      process.exitCode = 2;
    })
    .then(function (setup) {
      return setup && setup.filesAreReady();
    })
    .then(function (ready) {
      if (!ready) return;
      require("../../runtime/preload.cjs");
      require("../../dist/cli.cjs");
    });
}

start();

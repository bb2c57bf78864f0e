/**
 * Makes a clone ready to run: dependencies, compiled files, the Pulumi engine. Says nothing when nothing is to do.
 *
 *   node scripts/setup.mjs              everything, waits for the engine
 *   node scripts/setup.mjs --no-engine  dependencies and compiled files
 *   node scripts/setup.mjs --engine     the engine alone
 *
 * Exit codes: 0 ready, 1 a source of this project does not compile, 2 the machine lacks something.
 * Old syntax on purpose: a Node that is too old must get as far as the message.
 */
import { nodeProblem } from "./lib/node-version.mjs";

var problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 2;
} else {
  import("./lib/run-setup.mjs").then(function (setup) {
    return setup.main(process.argv.slice(2));
  });
}

/**
 * Why this Node cannot run the project, in four parts; undefined when it can. Old syntax on purpose: old Node must be
 * able to read this file.
 */
export function nodeProblem(version) {
  var parts = version.split(".").map(Number);
  var isEnough = parts[0] > OLDEST[0] || (parts[0] === OLDEST[0] && parts[1] >= OLDEST[1]);
  if (isEnough) return undefined;
  return (
    "Node: got " +
    version +
    "; expected 20.19 or newer (22 is what the Pulumi SDK asks for, 20.20 works); " +
    "install it from https://nodejs.org or with `nvm install 22`"
  );
}

var OLDEST = [20, 19];

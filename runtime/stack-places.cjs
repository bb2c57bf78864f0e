/**
 * Stack traces of a transpiled program, with the places of its TypeScript. The SDK takes one for each resource, to tell
 * the engine where it is declared: `source-map-support` would copy every frame and read the maps of the SDK itself too,
 * a tenth of what a program costs.
 */
"use strict";

const { SourceMap } = require("node:module");

const INLINE = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;

/**
 * What V8 asks how a stack reads.
 * @param {ReadonlyMap<string, string>} compiled what each file became, with its map at the end
 */
exports.stackWriter = function stackWriter(compiled) {
  const maps = new Map();
  const mapOf = (file) => {
    if (!maps.has(file)) maps.set(file, parsed(compiled.get(file)));
    return maps.get(file);
  };
  return (error, frames) =>
    frames.reduce((said, frame) => `${said}\n    at ${placed(frame, mapOf)}`, titleOf(error));
};

function parsed(code) {
  const [, map] = INLINE.exec(code ?? "") ?? [];
  return map && new SourceMap(JSON.parse(Buffer.from(map, "base64").toString("utf8")));
}

function placed(frame, mapOf) {
  const [file, line, column] = [
    frame.getFileName(),
    frame.getLineNumber(),
    frame.getColumnNumber(),
  ];
  const entry = file && line && column && mapOf(file)?.findEntry(line - 1, column - 1);
  if (entry?.originalLine === undefined) return String(frame);
  const place = `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return String(frame).replace(`${file}:${line}:${column}`, () => place);
}

/** Anything may be thrown, also what cannot be written. */
function titleOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

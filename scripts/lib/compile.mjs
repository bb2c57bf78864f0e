import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { writeAtomically } from "./files.mjs";
import { stampEntry } from "./stamps.mjs";

/** Compiles one entry and remembers from what. Throws esbuild's failure, with `errors`, when the source is wrong. */
export async function compile(esbuild, projectDir, entry) {
  const { outputFiles, metafile } = await esbuild.build(optionsFor(projectDir, entry));
  const outputs = outputFiles.map(({ path, contents }) => [toRelative(projectDir, path), contents]);
  for (const [from, to] of entry.copies ?? []) {
    outputs.push([to, readFileSync(join(projectDir, from))]);
  }
  // A map without its bundle harms nobody; a bundle without its map loses source places.
  outputs.sort(([a], [b]) => Number(b.endsWith(".map")) - Number(a.endsWith(".map")));
  for (const [path, contents] of outputs) writeAtomically(join(projectDir, path), contents);
  stampEntry(projectDir, entry, {
    inputs: [...Object.keys(metafile.inputs), ...(entry.copies ?? []).map(([from]) => from)],
    outputs: outputs.map(([path]) => path),
  });
}

function optionsFor(projectDir, entry) {
  return {
    absWorkingDir: projectDir,
    entryPoints: entry.inputs,
    ...(entry.bundle ? bundleOptions(entry) : { outdir: entry.outputFolder, outbase: entry.root }),
    platform: "node",
    format: "cjs",
    target: "node20.19",
    sourcemap: entry.selfContained ? false : "linked",
    metafile: true,
    write: false,
    logLevel: "silent",
  };
}

function bundleOptions({ output, selfContained, banner }) {
  return {
    bundle: true,
    outfile: output,
    ...(banner && { banner: { js: banner } }),
    ...(selfContained ? { minifySyntax: true, minifyWhitespace: true } : { packages: "external" }),
  };
}

function toRelative(projectDir, path) {
  return relative(projectDir, path).split(sep).join("/");
}

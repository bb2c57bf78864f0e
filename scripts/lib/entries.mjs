import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Bundles of the project: where each starts and what it becomes. */
const BUNDLES = [
  ["cli/main.ts", "dist/cli.cjs"],
  ["sandbox/daemon/main.ts", "dist/sandbox.cjs"],
  ["sandbox/engine/main.ts", "dist/engine.cjs"],
  ["index.ts", "dist/program.cjs"],
  ["bootstrap.ts", "dist/bootstrap.cjs"],
];

/** What lies where a language host finds what runs a pack: the SDK's own runner, loaded without a compiler. */
const PACK_RUNNER = {
  "pack-runner.cjs": "index.js",
  "compiled.cjs": "compiled.cjs",
  "preload.cjs": "preload.cjs",
};

/**
 * Everything that is compiled, each `{ name, inputs, outputs, … }` with paths relative to the project:
 * bundles (packages stay outside), the language host (self-contained, since it is copied away), every policy pack and
 * provider plugin, and the Supabase SDK file by file. What has no source is left out.
 */
export function entryPoints(projectDir) {
  return [
    ...BUNDLES.map(([input, output]) => bundle(input, output)),
    languageHost(),
    ...packs(projectDir),
    ...plugins(projectDir),
    supabaseSdk(projectDir),
  ].filter(
    ({ inputs }) => inputs.length > 0 && inputs.every((it) => existsSync(join(projectDir, it))),
  );
}

function bundle(input, output) {
  return { name: output, inputs: [input], output, bundle: true };
}

function languageHost() {
  return {
    ...bundle("sandbox/engine/language-host/main.ts", "dist/language-host.cjs"),
    selfContained: true,
    banner: "#!/usr/bin/env node\n// Groundwork's language host for Node",
  };
}

function packs(projectDir) {
  return foldersIn(join(projectDir, "policies/packs")).map((pack) => {
    const folder = `policies/packs/${pack}`;
    return {
      ...bundle(`${folder}/index.ts`, `${folder}/bin/index.js`),
      copies: Object.entries(PACK_RUNNER).map(([from, to]) => [
        `runtime/${from}`,
        `${folder}/node_modules/@pulumi/pulumi/cmd/run-policy-pack/${to}`,
      ]),
    };
  });
}

/** Provider plugins: their PulumiPlugin.yaml makes the engine run `main` of their package.json. */
function plugins(projectDir) {
  return foldersIn(join(projectDir, "providers")).map((plugin) =>
    bundle(`providers/${plugin}/index.ts`, `providers/${plugin}/bin/index.js`),
  );
}

/** As `npm run build` of a generated SDK would do it: same files, and a package.json that `utilities` reads. */
function supabaseSdk(projectDir) {
  const root = "sdks/supabase";
  return {
    name: root,
    inputs: sourcesIn(projectDir, root),
    outputFolder: `${root}/bin`,
    root,
    copies: [[`${root}/package.json`, `${root}/bin/package.json`]],
  };
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function sourcesIn(projectDir, folder) {
  const full = join(projectDir, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return ["bin", "node_modules"].includes(entry.name) ? [] : sourcesIn(projectDir, path);
      }
      return /(?<!\.d)\.ts$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

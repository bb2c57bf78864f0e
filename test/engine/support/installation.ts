import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build, buildFailures } from "../../../scripts/build.mjs";
import { type Finished, runNode } from "./scratch-project";

const repository = path.resolve(__dirname, "../../..");
const copied = ["dist", "policies/packs/all", "package.json"];
const linked = ["node_modules", "runtime", "sandbox"];

/** A copy of what is installed, for tests that damage it. Its command line runs without the set-up that would mend it. */
export interface Installation {
  /** Folder of the policy pack that the command line runs. */
  pack: string;
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Finished>;
  remove(): void;
}

export async function installation(): Promise<Installation> {
  const { failed } = await build({ names: ["dist/cli.cjs", "policies/packs/all/bin/index.js"] });
  if (failed.length > 0) throw new Error(buildFailures(failed).join("\n"));
  const root = mkdtempSync(path.join(os.tmpdir(), "installed-"));
  const at = (name: string) => path.join(root, name);
  for (const name of copied) cpSync(path.join(repository, name), at(name), { recursive: true });
  for (const name of linked) symlinkSync(path.join(repository, name), at(name));
  return {
    pack: at("policies/packs/all"),
    run: (args, env) =>
      runNode(["--require", at("runtime/preload.cjs"), at("dist/cli.cjs"), ...args], env),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

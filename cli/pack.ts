import { readFileSync } from "node:fs";
import path from "node:path";
import { UserError } from "../core/errors";
import { catalogue } from "../policies/catalogue";
import type { Context } from "./context";
import type { ExpectedPack } from "./verdict";

/** The one pack that holds every rule: each pack costs the engine a process of its own, one after the other. */
export function packFolder(context: Context): string {
  return path.join(context.packageRoot, "policies", "packs", "all");
}

/** The pack as its own manifest names it, with the rules that it must hold. Without a pack there is no update. */
export function installedPack(context: Context): ExpectedPack {
  const file = path.join(packFolder(context), "package.json");
  const { name, version } = readManifest(file);
  return { name, version, rules: catalogue.map(({ id }) => id) };
}

function readManifest(file: string): { name: string; version: string } {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as { name: string; version: string };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new UserError(
      [
        {
          where: { file },
          found: missing ? "the policy pack is not there" : "the policy pack cannot be read",
          allowed: "the pack that belongs to this Groundwork",
          fix: "install Groundwork again: without its rules nothing is updated",
        },
      ],
      2,
    );
  }
}

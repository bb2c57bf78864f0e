import { PolicyPack } from "@pulumi/policy";
import { catalogue, families } from "./catalogue";
import { enginePolicies } from "./engine";
import type { Rule } from "./rule";

/** Judged in every pack: a stack that could choose its judge would not be judged at all. */
const always = ["stack"];

/** Which pack holds which families of rules. Each but `all` is for whoever publishes or picks. */
export const packFamilies = {
  all: Object.keys(families),
  web: ["headers", "https", "secrets", ...always],
  budget: ["budget", ...always],
  platform: ["access", "data", "hygiene", "observability", "recovery", "repository", ...always],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PackName = keyof typeof packFamilies;

/** The rules of a pack, and those that it leaves to others, by which it knows their waivers and options. */
export function rulesOf(pack: PackName): { rules: readonly Rule[]; elsewhere: readonly Rule[] } {
  const all = Object.entries<readonly Rule[]>(families);
  const names: readonly string[] = packFamilies[pack];
  const own = new Set(all.flatMap(([family, rules]) => (names.includes(family) ? rules : [])));
  return {
    rules: catalogue.filter((rule) => own.has(rule)),
    elsewhere: catalogue.filter((rule) => !own.has(rule)),
  };
}

/** What a pack's package.json says of it. */
export interface PackManifest {
  name: string;
  version: string;
  description: string;
}

/** Starts the pack in the process that the engine runs for it. */
export function startPack({ name, version, description }: PackManifest, pack: PackName): void {
  new PolicyPack(name, {
    description,
    enforcementLevel: "mandatory",
    policies: enginePolicies({
      pack: name,
      version,
      ...rulesOf(pack),
      resultsFile: process.env["GROUNDWORK_RESULTS"],
      clock: () => new Date(),
    }),
  });
}

import { packageContract, type PackageContract } from "../contract/contract";
import { type RuleSource } from "../contract/rules";
import { compiledType } from "./compile";

/** What the sandbox holds a resource type to, beside the types of its inputs. */
export interface TypeCoverage {
  type: string;
  /** Properties with a rule about their value, and rules about several properties. */
  valueRules: number;
  /** Paths of properties of which a change makes a new resource, sorted. */
  replaces: readonly string[];
  /** Paths of properties that cannot be changed, sorted. */
  immutable: readonly string[];
  /** False where the list of what replaces may lack something: what is not in it updates in place. */
  replacesKnown: boolean;
  /** Why nobody can make it through its SDK. */
  unusable?: string;
}

export interface PackageCoverage {
  package: string;
  /** Version of the installed SDK from which the types of inputs were read. */
  version: string;
  /** Where the value rules come from. */
  sources: readonly RuleSource[];
  /** Every type of the package, or of those of its modules that are read, sorted. */
  types: readonly TypeCoverage[];
}

/** What is enforced, for each package and type. */
export function coverage(): PackageCoverage[] {
  return servedPackages.flatMap((name) => {
    const known = packageContract(name);
    return known ? [packageCoverage(name, known)] : [];
  });
}

/** Packages whose resources the sandbox cloud makes. */
export const servedPackages = [
  "aws",
  "checkly",
  "digitalocean",
  "github",
  "pagerduty",
  "random",
  "sentry",
  "supabase",
  "vercel",
] as const;

function packageCoverage(name: string, { head, schema, rules }: PackageContract): PackageCoverage {
  return {
    package: name,
    version: head.version,
    sources: rules.source,
    types: schema.names("resources").flatMap((type) => typeCoverage(type, rules.replacesKnown)),
  };
}

function typeCoverage(type: string, packageKnown = false): TypeCoverage[] {
  const compiled = compiledType(type);
  if (!compiled) return [];
  const { rules, byPath, isListed } = compiled;
  const paths = (test: (path: string) => boolean) => [...byPath.keys()].filter(test).sort();
  const judged = compiled.properties.filter(({ rule }) => judges(rule)).length;
  return [
    {
      type,
      valueRules: judged + (rules.checks?.length ?? 0),
      replaces: paths((path) => byPath.get(path)?.replace !== undefined),
      immutable: paths((path) => byPath.get(path)?.immutable !== undefined),
      replacesKnown: isListed && (packageKnown || rules.replacesKnown === true),
      ...(rules.unusable ? { unusable: rules.unusable } : {}),
    },
  ];
}

/** Parts of a rule that say what happens to a change, not what a value must be. */
const aboutChanges = new Set([
  "replace",
  "immutable",
  "cannotBecome",
  "default",
  "apiDefault",
  "computed",
  "unordered",
]);

function judges(rule: object): boolean {
  return Object.keys(rule).some((key) => !aboutChanges.has(key));
}

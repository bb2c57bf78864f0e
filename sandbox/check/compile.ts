import { contractOf, packageContract, rulesOf, type Contract } from "../contract/contract";
import { type PropertyRule, type TypeRules } from "../contract/rules";
import { type ResourceSchema } from "../contract/schema";
import { parsePattern, type Pattern } from "./select";

/** A type's contract and rules, made ready once. */
export interface CompiledType {
  contract: Contract;
  rules: TypeRules;
  /** Each property that has a rule: the objects that hold it, and its name there. */
  properties: readonly CompiledRule[];
  /** The same by path as written: `route.transforms[].target`. */
  byPath: ReadonlyMap<string, PropertyRule>;
  /** Those paths and all that lead to them: `route`, `route.transforms`, `route.transforms[]` … */
  prefixes: ReadonlySet<string>;
  /** True when the rule file has an entry for the type. */
  isListed: boolean;
  /** True where the provider's `Check` fills in defaults. */
  defaultsInCheck: boolean;
  deprecated: readonly string[];
}

export interface CompiledRule {
  holders: Pattern;
  name: string;
  rule: PropertyRule;
}

const compiled = new Map<string, CompiledType | undefined>();

/** Undefined for a type that its package does not have. */
export function compiledType(type: string): CompiledType | undefined {
  if (!compiled.has(type)) compiled.set(type, compile(type));
  return compiled.get(type);
}

function compile(type: string): CompiledType | undefined {
  const contract = contractOf(type);
  if (!contract) return undefined;
  const known = packageContract(contract.package);
  const rules = rulesOf(type);
  const schema = known?.schema.read("resources", type);
  const byPath = pathRules(contract, known?.rules.everyType ?? {}, { ...rules, schema });
  return {
    contract,
    rules,
    byPath,
    prefixes: new Set([...byPath.keys()].flatMap(prefixesOf)),
    properties: [...byPath].map(([path, rule]) => {
      const at = path.lastIndexOf(".");
      return {
        holders: parsePattern(path.slice(0, Math.max(at, 0))),
        name: path.slice(at + 1),
        rule,
      };
    }),
    isListed: known?.rules.types[type] !== undefined,
    defaultsInCheck: known?.rules.defaultsInCheck ?? false,
    deprecated: schema?.deprecated ?? [],
  };
}

function prefixesOf(path: string): string[] {
  const parts = path.split(".");
  return parts.flatMap((part, i) => {
    const whole = [...parts.slice(0, i), part].join(".");
    return part.endsWith("[]") ? [whole.slice(0, -2), whole] : [whole];
  });
}

/** Later sources add to earlier ones: rules for any type, what the SDK's comments say, the type's own rules. */
function pathRules(
  contract: Contract,
  everyType: Readonly<Record<string, PropertyRule>>,
  { properties, schema }: TypeRules & { schema?: ResourceSchema },
): Map<string, PropertyRule> {
  const common = Object.entries(everyType).filter(([name]) => name in contract.inputs);
  const documented = (schema?.replaces ?? []).map((name) => [name, { replace: true }] as const);
  const byPath = new Map<string, PropertyRule>();
  for (const [path, rule] of [...common, ...documented, ...Object.entries(properties ?? {})]) {
    byPath.set(path, { ...byPath.get(path), ...rule });
  }
  return byPath;
}

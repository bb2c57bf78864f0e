import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";
import { type GroupRule, type Scalar } from "../contract/rules";
import { compiledType, type CompiledType } from "./compile";
import { isAbsent } from "./types";

/**
 * The inputs as the provider's own `Check` answers them: where it fills in defaults, with those, at any depth; else as
 * they are. A default is left out when the property is deprecated, when something that excludes it is given, or when
 * something that it needs is not. Made-up names are not among them.
 */
export function normalizeInputs(type: string, news: PropertyMap): PropertyMap {
  const compiled = compiledType(type);
  if (!compiled?.defaultsInCheck) return news;
  return defaultsOf(compiled).reduce(
    (inputs, fallback) => fill(inputs, fallback.at, fallback),
    news,
  );
}

interface Default {
  /** Names on the way to the object, `[]` behind those of arrays. */
  at: readonly string[];
  name: string;
  value: Scalar;
  /** Not filled in when one of these is there. */
  rivals: readonly string[];
  /** Nor when one of these is not. */
  needs: readonly string[];
}

function defaultsOf({ byPath, rules, deprecated }: CompiledType): Default[] {
  return [...byPath].flatMap(([path, rule]) => {
    if (rule.default === undefined || deprecated.includes(path)) return [];
    const steps = path.split(".");
    const at = steps.slice(0, -1);
    const name = steps[steps.length - 1] ?? path;
    const checks = (rules.checks ?? []).filter((check) => (check.at ?? "") === at.join("."));
    const rivals = checks.flatMap((check) => rivalsOf(check, name));
    const needs = checks.flatMap((check) => needsOf(check, name));
    return [{ at, name, value: rule.default, rivals, needs }];
  });
}

function rivalsOf(check: GroupRule, name: string): readonly string[] {
  const names =
    "exactlyOneOf" in check ? check.exactlyOneOf : "atMostOneOf" in check ? check.atMostOneOf : [];
  return names.includes(name) ? names.filter((other) => other !== name) : [];
}

function needsOf(check: GroupRule, name: string): readonly string[] {
  return "given" in check && check.given === name ? check.require : [];
}

/** Objects on the way must be there already: a default never makes one. */
function fill(
  object: PropertyMap,
  [step, ...rest]: readonly string[],
  fallback: Default,
): PropertyMap {
  if (step === undefined) return fillHere(object, fallback);
  const name = step.replace(/\[\]$/, "");
  const value = object[name];
  if (isAbsent(value)) return object;
  const inside = (item: Value): Value => (isPropertyMap(item) ? fill(item, rest, fallback) : item);
  const isList = name !== step && Array.isArray(value);
  return { ...object, [name]: isList ? value.map((item: Value) => inside(item)) : inside(value) };
}

function fillHere(object: PropertyMap, { name, value, rivals, needs }: Default): PropertyMap {
  const excluded = rivals.some((rival) => !isAbsent(object[rival]));
  const lonely = needs.some((need) => isAbsent(object[need]));
  return excluded || lonely || !isAbsent(object[name]) ? object : { ...object, [name]: value };
}

import { readProperty, type PropertyMap, type Reading, type Value } from "../../core/value";
import { type ConditionalRule, type GroupRule, type Scalar } from "../contract/rules";
import { pathText, type CheckFailure, type Path } from "./failure";
import { parsePattern, select, type Spot } from "./select";
import { specials } from "./special";

/** Checks the rules about several properties of one object, at every place to which they apply. */
export function checkGroups(rules: readonly GroupRule[], inputs: PropertyMap): CheckFailure[] {
  return rules.flatMap((rule) => {
    const failures = select(inputs, parsePattern(rule.at)).flatMap((spot) =>
      checkGroup(rule, spot),
    );
    return rule.why
      ? failures.map(({ property, reason }) => ({ property, reason: `${reason} (${rule.why})` }))
      : failures;
  });
}

function checkGroup(rule: GroupRule, spot: Spot): CheckFailure[] {
  if ("exactlyOneOf" in rule) {
    return [...tooMany(rule.exactlyOneOf, spot), ...tooFew(rule.exactlyOneOf, spot)];
  }
  if ("atLeastOneOf" in rule) return tooFew(rule.atLeastOneOf, spot);
  if ("atMostOneOf" in rule) return tooMany(rule.atMostOneOf, spot);
  if ("given" in rule) return companions(rule.given, rule.require, spot);
  return "when" in rule ? conditional(rule, spot) : special(rule.special, spot);
}

/** What is unknown may turn out to be nothing, so only what is known counts. */
function tooMany(names: readonly string[], spot: Spot): CheckFailure[] {
  const given = names.filter((name) => read(spot.object, name).state === "known");
  const last = given[given.length - 1];
  if (given.length < 2 || last === undefined) return [];
  return [fail(spot, last, `only one of ${or(names)} may be given; got ${given.join(" and ")}`)];
}

/** What is unknown may turn out to be something, so only what is absent counts. */
function tooFew(names: readonly string[], spot: Spot): CheckFailure[] {
  const [first = ""] = names;
  return names.every((name) => isAbsent(spot.object, name))
    ? [fail(spot, first, `one of ${or(names)} must be given`)]
    : [];
}

function companions(given: string, required: readonly string[], spot: Spot): CheckFailure[] {
  if (read(spot.object, given).state !== "known") return [];
  return required
    .filter((name) => isAbsent(spot.object, name))
    .map((name) => fail(spot, name, `required when ${given} is given`));
}

function conditional(rule: ConditionalRule, spot: Spot): CheckFailure[] {
  const reading = read(spot.object, rule.when);
  const value = reading.state === "known" ? scalarOf(reading.value) : undefined;
  if (value === undefined || !applies(rule, value)) return [];
  const condition = `${rule.when} is ${textOf(rule, value)}`;
  const missing = (rule.require ?? []).filter((name) => isAbsent(spot.object, name));
  const forbidden = (rule.forbid ?? []).filter((name) => read(spot.object, name).state === "known");
  const choice = rule.requireOneOf ?? [];
  const noneChosen = choice.length > 0 && choice.every((name) => isAbsent(spot.object, name));
  return [
    ...missing.map((name) => fail(spot, name, `required when ${condition}`)),
    ...forbidden.map((name) => fail(spot, name, `not allowed when ${condition}`)),
    ...(noneChosen
      ? [fail(spot, choice[0] ?? "", `one of ${or(choice)} is required when ${condition}`)]
      : []),
  ];
}

function scalarOf(value: Value): Scalar | undefined {
  const isScalar = ["string", "number", "boolean"].includes(typeof value);
  return isScalar ? (value as Scalar) : undefined;
}

/** The value where the rule names it; any other text may be anything, and is not repeated. */
function textOf({ is, unless }: ConditionalRule, value: Scalar): string {
  if (is?.includes(value) || typeof value !== "string") return String(value);
  return `not ${or((unless ?? []).map(String))}`;
}

function applies({ is, unless }: ConditionalRule, value: Scalar): boolean {
  return is ? is.includes(value) : !(unless ?? []).includes(value);
}

function special(name: string, { object, path }: Spot): CheckFailure[] {
  const check = specials[name];
  if (!check) throw new Error(`the rules name a check that does not exist: ${name}`);
  return check(object).map(({ at, reason }) => ({ property: pathText([...path, ...at]), reason }));
}

function read(object: PropertyMap, name: string): Reading {
  return readProperty(object, name.split("."));
}

function isAbsent(object: PropertyMap, name: string): boolean {
  return read(object, name).state === "absent";
}

function fail({ path }: Spot, name: string, reason: string): CheckFailure {
  const at: Path = [...path, ...name.split(".")];
  return { property: pathText(at), reason };
}

function or(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

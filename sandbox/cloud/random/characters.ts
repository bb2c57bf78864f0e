import { randomInt } from "node:crypto";
import { type PropertyMap, type Value } from "../../../core/value";
import { Refusal } from "../refusal";
import { pick } from "../ids";

/** The special characters of the provider when `overrideSpecial` is absent. */
const special = "!@#$%&*()-_=+[]{}<>:?";

/** Each class: the input that allows it, the one that asks for a least number, and its characters. */
const classes = [
  { allow: "lower", least: "minLower", characters: "abcdefghijklmnopqrstuvwxyz" },
  { allow: "upper", least: "minUpper", characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
  { allow: "numeric", least: "minNumeric", characters: "0123456789" },
  { allow: "special", least: "minSpecial", characters: special },
] as const;

/** The provider's own defaults, which stand in the outputs; `number` is the old name of `numeric`. */
export function characterSettings(inputs: PropertyMap): PropertyMap {
  const numeric = inputs["numeric"] ?? inputs["number"] ?? true;
  const allowed = { lower: true, upper: true, special: true };
  const least = { minLower: 0, minUpper: 0, minNumeric: 0, minSpecial: 0 };
  return { ...allowed, ...least, ...inputs, numeric, number: numeric };
}

/** A random text of `length` characters that honours the classes and their least numbers. */
export function randomText(inputs: PropertyMap): string {
  const settings = characterSettings(inputs);
  const length = whole(settings["length"], 0);
  const wanted = classes
    .map((kind) => ({
      characters: charactersOf(kind.allow, kind.characters, settings),
      least: whole(settings[kind.least], 0),
    }))
    .filter(({ characters }) => characters !== "");
  const alphabet = wanted.map(({ characters }) => characters).join("");
  if (alphabet === "") throw new Refusal("the character set specified is empty");
  const least = wanted.map((kind) => pick(kind.characters, kind.least)).join("");
  return shuffled(least + pick(alphabet, Math.max(0, length - least.length))).join("");
}

export function shuffled<T>(items: Iterable<T>): T[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

export function whole(value: Value | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

function charactersOf(allow: string, characters: string, settings: PropertyMap): string {
  if (settings[allow] === false) return "";
  const override = settings["overrideSpecial"];
  return allow === "special" && typeof override === "string" ? override : characters;
}

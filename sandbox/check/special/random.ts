import { type PropertyMap } from "../../../core/value";
import { finding, numberIn, type Finding } from "./finding";

/** Source: terraform-provider-random 3.7, validators of random_password and random_string. */
export const randomChecks = {
  "length-holds-minimums": checkLength,
  "some-characters": checkCharacters,
  "range-is-not-empty": checkRange,
};

function checkLength(inputs: PropertyMap): Finding[] {
  const length = numberIn(inputs.length);
  const least = ["minLower", "minNumeric", "minSpecial", "minUpper"].reduce(
    (sum, name) => sum + (numberIn(inputs[name]) ?? 0),
    0,
  );
  if (length === undefined || length >= least) return [];
  return finding(
    ["length"],
    `must be at least the sum of minLower, minNumeric, minSpecial and minUpper (${least}); got ${length}`,
  );
}

/** All four left out means all four are on. */
function checkCharacters(inputs: PropertyMap): Finding[] {
  const numeric = inputs.numeric ?? inputs.number;
  const kinds = [inputs.lower, numeric, inputs.special, inputs.upper];
  if (kinds.some((kind) => kind !== false)) return [];
  return finding(["lower"], "at least one of lower, numeric, special and upper must be true");
}

function checkRange({ min, max }: PropertyMap): Finding[] {
  const [low, high] = [numberIn(min), numberIn(max)];
  if (low === undefined || high === undefined || low <= high) return [];
  return finding(["min"], `must not be greater than max (${high}); got ${low}`);
}

import type { Refusal } from "./refusal";

/** What the provider refuses. */
export const random: readonly Refusal[] = [
  ["password", { length: undefined }, "length", "required, and missing"],
  [
    "password",
    { length: 0, minLower: undefined, minUpper: undefined, minNumeric: undefined },
    "length",
    "expected a number from 1; got 0",
  ],
  [
    "password",
    { length: 8 },
    "length",
    "must be at least the sum of minLower, minNumeric, minSpecial and minUpper (12); got 8",
  ],
  ["password", { length: 16.5 }, "length", "expected a whole number; got 16.5"],
  [
    "password",
    {
      lower: false,
      upper: false,
      numeric: false,
      minLower: undefined,
      minUpper: undefined,
      minNumeric: undefined,
    },
    "lower",
    "at least one of lower, numeric, special and upper must be true",
  ],
  [
    "password",
    { overideSpecial: "!" },
    "overideSpecial",
    "no such input; did you mean overrideSpecial?",
  ],
  ["password", { result: "x" }, "result", "is computed by the provider and cannot be set"],
  ["password", { keepers: ["a"] }, "keepers", "expected a map; got an array of 1 element"],
  ["integer", { min: 7 }, "min", "must not be greater than max (6); got 7"],
];

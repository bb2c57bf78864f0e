import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PropertyMap } from "../../../core/value";
import { cloudResource } from "../../../sandbox/cloud";
import { randomText } from "../../../sandbox/cloud/random/characters";
import { type Order } from "../../../sandbox/cloud/resource";

const classes = {
  lower: /[a-z]/g,
  upper: /[A-Z]/g,
  numeric: /[0-9]/g,
  special: /[!@#$%&*()\-_=+[\]{}<>:?]/g,
} as const;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function make(kind: string, inputs: PropertyMap) {
  const resource = cloudResource(`random:index/random${kind}:Random${kind}`)!;
  return resource.create({ inputs } as Order);
}

describe("a random text", () => {
  test("has its length, its least numbers and no class that is switched off", () => {
    const settings = fc.record({
      lower: fc.boolean(),
      upper: fc.boolean(),
      numeric: fc.boolean(),
      special: fc.boolean(),
      minLower: fc.nat(4),
      minUpper: fc.nat(4),
      minNumeric: fc.nat(4),
      minSpecial: fc.nat(4),
      extra: fc.nat(40),
    });
    const usable = settings.filter(
      ({ lower, upper, numeric, special }) => lower || upper || numeric || special,
    );
    fc.assert(
      fc.property(usable, ({ extra, ...inputs }) => {
        const length =
          inputs.minLower + inputs.minUpper + inputs.minNumeric + inputs.minSpecial + extra;
        const text = randomText({ ...inputs, length });
        expect(text).toHaveLength(length);
        const least = {
          lower: inputs.minLower,
          upper: inputs.minUpper,
          numeric: inputs.minNumeric,
          special: inputs.minSpecial,
        };
        for (const [name, pattern] of Object.entries(classes)) {
          const found = count(text, pattern);
          const kind = name as keyof typeof classes;
          if (inputs[kind]) expect(found).toBeGreaterThanOrEqual(least[kind]);
          else expect(found).toBe(0);
        }
      }),
    );
  });

  test("takes its special characters from the override", () => {
    const text = randomText({
      length: 50,
      lower: false,
      upper: false,
      numeric: false,
      overrideSpecial: "_",
    });
    expect(text).toBe("_".repeat(50));
  });

  test("knows the old name of numeric", () => {
    expect(randomText({ length: 200, number: false })).not.toMatch(/[0-9]/);
  });

  test("of no characters at all is refused", () => {
    const inputs = { length: 4, lower: false, upper: false, numeric: false, special: false };
    expect(() => randomText(inputs)).toThrow("the character set specified is empty");
  });

  test("is another one each time", () => {
    const texts = new Set(Array.from({ length: 100 }, () => randomText({ length: 20 })));
    expect(texts.size).toBe(100);
  });
});

describe("random identifiers", () => {
  test("are one number in four spellings, with the prefix", () => {
    const { id, outputs } = make("Id", { byteLength: 6, prefix: "x-" });
    const hex = Buffer.from(id, "base64url").toString("hex");
    expect(outputs).toEqual({
      hex: `x-${hex}`,
      dec: `x-${BigInt(`0x${hex}`)}`,
      b64Url: `x-${id}`,
      b64Std: `x-${Buffer.from(hex, "hex").toString("base64")}`,
    });
    expect(hex).toHaveLength(12);
  });

  test("lie between the bounds, both included", () => {
    const results = new Set(
      Array.from({ length: 200 }, () => make("Integer", { min: -1, max: 1 }).outputs?.["result"]),
    );
    expect([...results].sort()).toEqual([-1, 0, 1]);
  });

  test("of a pet join as many words as asked for", () => {
    expect(make("Pet", { length: 3, separator: "_", prefix: "my" }).id).toMatch(/^my(_[a-z]+){3}$/);
    expect(make("Pet", {}).id).toMatch(/^[a-z]+-[a-z]+$/);
  });

  test.each([
    [undefined, 3],
    [2, 2],
    [7, 7],
  ])(
    "of a shuffle of three with resultCount %s are %i, each as often as the others",
    (resultCount, expected) => {
      const inputs = {
        inputs: ["a", "b", "c"],
        ...(resultCount === undefined ? {} : { resultCount }),
      };
      const results = make("Shuffle", inputs).outputs?.["results"] as string[];
      expect(results).toHaveLength(expected);
      const times = ["a", "b", "c"].map((item) => results.filter((other) => other === item).length);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    },
  );
});

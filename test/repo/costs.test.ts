import { beforeAll, describe, expect, it } from "vitest";
import { prices } from "../../catalogue/prices";
import { meters } from "../../catalogue/usage";
import { costedStack } from "../../cost/costed-stack";
import { estimate } from "../../cost/estimate";
import { pricers } from "../../cost/pricers";
import { textOf } from "../config/support";
import { type Declared, declaredStacks } from "./support/stacks";

let declared: Declared;
beforeAll(async () => void (declared = await declaredStacks()), 120_000);

const page = () => textOf("docs/costs.md");

describe("what the example product declares", () => {
  it("has a pricer for each type: a price, nothing to pay with a source, or a reason of its own", () => {
    const types = Object.values(declared).flatMap((resources) =>
      resources.filter(({ custom }) => custom).map(({ type }) => type),
    );
    const unheard = [...new Set(types)].filter((type) => !Object.hasOwn(pricers, type));
    expect(unheard.sort()).toEqual([]);
  });

  it("is free only where somebody says so", () => {
    for (const [stack, resources] of Object.entries(declared)) {
      const { free } = estimate(costedStack(stack, resources));
      expect(free.filter(({ source }) => !/^https:\/\/|knowledge/.test(source))).toEqual([]);
    }
  });
});

describe("docs/costs.md", () => {
  it("names every price and every meter", () => {
    const text = page();
    const missing = [...prices.map(({ sku }) => sku), ...Object.keys(meters)].filter(
      (name) => !text.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});

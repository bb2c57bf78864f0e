import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MeterId, meters } from "../../catalogue/usage";
import { scenarios } from "../../catalogue/usage/meter";
import { githubPlans } from "../../catalogue/github-plans";
import type { CostInputs, UsageFigure } from "../../core/costs";
import { groupBy } from "../../core/group";
import { tiers } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { type PropertyMap, UNKNOWN } from "../../core/value";
import { type CostedStack, estimate } from "../../cost/estimate";
import type { CostLine, Estimate } from "../../cost/model";
import { pricers } from "../../cost/pricers";
import { sumAmounts } from "../../cost/scenarios";
import { costs, declared } from "./stand-ins";

/*
 * What holds of every estimate: whatever is declared, and however much of it is used. Every type that has a price takes
 * part, a few inputs of each at random.
 */

const meterIds = Object.keys(meters) as MeterId[];

/** Inputs that prices rest on, some of them not known. No name is among them, so that nothing refers to anything else. */
const inputs: fc.Arbitrary<PropertyMap> = fc.record(
  {
    addOns: fc.subarray(["secretProtection", "codeSecurity"]),
    enableKeyRotation: fc.constantFrom(true, false, UNKNOWN),
    fqdn: fc.constantFrom("app.example.com", "d1.cloudfront.net", UNKNOWN),
    instanceSize: fc.constantFrom("micro", "small", "large", UNKNOWN),
    measureLatency: fc.boolean(),
    memorySize: fc.constantFrom(128, 1024, UNKNOWN),
    metricName: fc.constant("Errors"),
    period: fc.constantFrom(10, 60, 300),
    plan: fc.constantFrom(...githubPlans, "pro"),
    protocol: fc.constantFrom("email", "https", "sms"),
    region: fc.constantFrom("us-east-1", "ca-central-1", "eu-west-3"),
    replicas: fc.array(fc.record({ region: fc.constantFrom("us-east-1", "eu-west-3") }), {
      maxLength: 2,
    }),
    requestInterval: fc.constantFrom(10, 30),
    type: fc.constantFrom("HTTP", "HTTPS", "HTTPS_STR_MATCH", "CALCULATED", UNKNOWN),
    visibility: fc.constantFrom("public", "private"),
  },
  { requiredKeys: [] },
);

function resourcesOf(types: readonly string[], prefix = "one"): fc.Arbitrary<DeclaredResource[]> {
  const kind = fc.record({ type: fc.constantFrom(...types), inputs });
  return fc
    .array(kind, { maxLength: 25 })
    .map((all) => all.map((one, at) => declared(one.type, `${prefix}-${at}`, one.inputs)));
}

const amount = fc.nat({ max: 100_000_000 }).map((hundredths) => hundredths / 100);
const figure: fc.Arbitrary<UsageFigure> = fc.oneof(
  amount,
  fc.tuple(amount, amount, amount).map((three) => {
    const [low = 0, expected = 0, high = 0] = three.toSorted((a, b) => a - b);
    return { low, expected, high };
  }),
);

const types = Object.keys(pricers);
const stacks: fc.Arbitrary<CostedStack> = fc.record({
  stack: fc.constant("trial"),
  tier: fc.constantFrom(...tiers),
  resources: resourcesOf(types),
  costs: fc
    .record({
      usage: fc.dictionary(fc.constantFrom(...meterIds), figure),
      share: fc.constantFrom(0, 0.5, 1),
      awsRegion: fc.constantFrom("us-east-1", "ca-central-1"),
    })
    .map((over): CostInputs => costs(over)),
});

function holds(property: (of: Estimate, stack: CostedStack) => void): void {
  fc.assert(fc.property(stacks, (stack) => property(estimate(stack), stack)));
}

const isAccount = ({ resource }: { resource: string }) => resource.startsWith("account:");

/** A line without the objects that it shares with the price list. */
const shown = ({ resource, price, quantity, monthlyUsd }: CostLine) =>
  [resource, price.sku, price.region, JSON.stringify(quantity), JSON.stringify(monthlyUsd)].join(
    " ",
  );

/** A unit in the last place of each line that takes part is what rounding may come to. */
const roundingOf = ({ lines }: Estimate) => new Decimal("0.000001").times(lines.length + 1);

describe("every estimate", () => {
  it("adds up: the sum of its lines is its total", () => {
    holds(({ lines, total }) => {
      expect(sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd))).toEqual(total);
    });
  });

  it("holds numbers alone, and no sum below zero", () => {
    holds((of) => {
      const sums = of.lines.flatMap(({ quantity, monthlyUsd }) => [quantity, monthlyUsd]);
      const numbers = [...sums, of.total].flatMap((one) => scenarios.map((which) => one[which]));
      expect(numbers.filter((number) => !number.isFinite())).toEqual([]);
      const least = roundingOf(of).neg();
      expect(scenarios.filter((which) => of.total[which].lt(least))).toEqual([]);
    });
  });

  it("rises from the low scenario to the high one, in each line that is paid and in all", () => {
    holds((of) => {
      const paid = of.lines.filter(({ kind }) => kind === "fixed" || kind === "usage");
      const falling = paid.filter(
        ({ monthlyUsd: { low, expected, high } }) => low.gt(expected) || expected.gt(high),
      );
      expect(falling.map(shown)).toEqual([]);
      const { low, expected, high } = of.total;
      const slack = roundingOf(of);
      expect(low.lte(expected.plus(slack)) && expected.lte(high.plus(slack))).toBe(true);
    });
  });

  it("takes off no more than what was put on, for each price", () => {
    holds(({ lines }) => {
      const bySku = groupBy(
        lines.filter(({ kind }) => kind !== "credit"),
        ({ price }) => price.sku,
      );
      for (const [sku, of] of bySku) {
        const { low, high } = sumAmounts(of.map(({ monthlyUsd }) => monthlyUsd));
        const slack = new Decimal("0.000001").times(of.length).neg();
        expect([sku, low.gte(slack), high.gte(slack)]).toEqual([sku, true, true]);
      }
    });
  });

  it("tells of each resource of a provider that it is paid, free or not priced", () => {
    holds(({ lines, free, notPriced }, { resources }) => {
      const told = new Set([...lines, ...free, ...notPriced].map(({ resource }) => resource));
      const silent = resources.filter(({ custom, urn }) => custom && !told.has(urn));
      expect(silent.map(({ type }) => type)).toEqual([]);
    });
  });

  it("does not rest on the order of the resources", () => {
    const shuffled = stacks.chain((stack) => {
      const { resources } = stack;
      const order = fc.shuffledSubarray([...resources], { minLength: resources.length });
      return order.map((other) => ({ stack, other }));
    });
    fc.assert(
      fc.property(shuffled, ({ stack, other }) => {
        const again = estimate({ ...stack, resources: other });
        expect(again.lines.map(shown)).toEqual(estimate(stack).lines.map(shown));
      }),
    );
  });
});

describe("more use", () => {
  it("never costs less", () => {
    const grown = fc.record({
      stack: stacks,
      meter: fc.constantFrom(...meterIds),
      amounts: fc.tuple(amount, amount),
    });
    fc.assert(
      fc.property(grown, ({ stack, meter, amounts }) => {
        const at = (used: number) => {
          const usage = { ...stack.costs.usage, [meter]: used };
          return estimate({ ...stack, costs: { ...stack.costs, usage } });
        };
        const less = at(Math.min(...amounts));
        const more = at(Math.max(...amounts));
        const slack = roundingOf(more);
        const cheaper = scenarios.filter((which) =>
          more.total[which].plus(slack).lt(less.total[which]),
        );
        expect(cheaper).toEqual([]);
      }),
    );
  });
});

/** What a plan, a backup's contents or a region's first trail say about the whole stack joins what is otherwise apart. */
const joined = /^(groundwork|vercel|supabase|supabase-admin|github):|^aws:(backup|cloudtrail)\//;

describe("two stacks", () => {
  it("cost together what they cost apart, but for what accounts are granted", () => {
    const apart = types.filter((type) => !joined.test(type));
    const both = fc.record({
      ours: resourcesOf(apart, "ours"),
      theirs: resourcesOf(apart, "theirs"),
      each: fc.dictionary(fc.constantFrom(...meterIds), figure),
    });
    fc.assert(
      fc.property(both, ({ ours, theirs, each }) => {
        // Each resource says its own use: what a stack says is divided among its resources.
        const all = Object.fromEntries(meterIds.map((meter) => [meter, each[meter] ?? 1]));
        const names = [...ours, ...theirs].map(({ name }) => [name, all] as const);
        const own = costs({ resources: Object.fromEntries(names) });
        const linesOf = (resources: readonly DeclaredResource[]) =>
          estimate({ stack: "trial", tier: "prod", resources, costs: own })
            .lines.filter((line) => !isAccount(line))
            .map(shown);
        expect(linesOf([...ours, ...theirs]).toSorted()).toEqual(
          [...linesOf(ours), ...linesOf(theirs)].toSorted(),
        );
      }),
    );
  });
});

describe("a large stack", () => {
  /** How often the resources of a stack are looked at, each of which is one of the types in turn. */
  function looksAt(count: number): number {
    let looks = 0;
    const watched = Array.from({ length: count }, (_, at) => {
      const type = types[at % types.length] ?? "";
      return new Proxy(declared(type, `one-${at}`, {}), {
        get(target, property) {
          looks += 1;
          return Reflect.get(target, property) as unknown;
        },
      });
    });
    estimate({ stack: "trial", tier: "prod", resources: watched, costs: costs() });
    return looks;
  }

  it("is looked at as often as it is large: ten times the resources take ten times the looks", () => {
    expect(looksAt(5000) / looksAt(500)).toBeLessThan(12);
  });
});

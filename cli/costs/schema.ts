import { z } from "zod";
import { jsonSchemaOf, sum, sums } from "./schema-parts";

const resource = z
  .string()
  .describe("URN, or account:<vendor> for what an account is billed once.");
const component = z
  .string()
  .describe("Outermost component around it, or the vendor of an account.");
const kind = z
  .enum(["fixed", "usage", "allowance", "volume", "credit"])
  .describe("Paid whatever happens, paid by use, or taken off what an account is billed.");
const confidence = z
  .enum(["high", "medium", "low"])
  .describe("Read on the vendor's own page, read elsewhere, or neither.");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const price = {
  vendor: z.string(),
  sku: z.string(),
  item: z.string(),
  unit: z.string(),
};

const line = z.strictObject({
  resource,
  component,
  kind,
  ...price,
  quantity: sums.describe("Units a month."),
  included: sum.describe("Units of this resource that are free."),
  price: sum.describe("US dollars a unit."),
  region: z.string().optional().describe("Region that the price holds for, where regions differ."),
  standsIn: z.string().optional().describe("Set where it is the price of this region for another."),
  source: z.string().describe("Who says the price."),
  asOf: day.optional().describe("Day for which the source says it."),
  confidence,
  assumptions: z.array(z.string()).describe("Meters and sentences that the quantity rests on."),
  monthlyUsd: sums,
});

const unpriced = z.strictObject({ resource, component, type: z.string(), reason: z.string() });

const difference = z.strictObject({ before: sums, after: sums, delta: sums });

const change = z.strictObject({
  against: z.string(),
  lines: z.array(
    z.strictObject({
      sign: z.enum(["+", "~", "-"]),
      resource,
      component,
      kind,
      ...price,
      ...difference.shape,
    }),
  ),
  total: difference,
  newlyUnpriced: z.array(unpriced),
  allowedIncrease: z
    .strictObject({ usd: sum, percent: sum, state: z.enum(["within", "above"]) })
    .optional()
    .describe("By how much one update may raise the expected sum; neither may be passed."),
});

const stack = z.strictObject({
  stack: z.string(),
  tier: z.enum(["dev", "staging", "prod"]),
  set: z.array(z.string()).describe("Settings that were given in place of the stack file's."),
  lines: z.array(line),
  total: sums.describe("The sum of all lines."),
  free: z.array(z.strictObject({ resource, component, reason: z.string(), source: z.string() })),
  notPriced: z.array(unpriced).describe("What costs something that is not known; never 0."),
  countedElsewhere: z.strictObject({
    by: z.string().describe("The stack that counts what accounts are billed once."),
    what: z.array(z.string()),
  }),
  budget: z.strictObject({
    monthlyUsd: sum,
    owner: z.string(),
    state: z.enum(["within", "above"]),
  }),
  findings: z
    .array(
      z.strictObject({
        rule: z.string(),
        state: z.string(),
        level: z.enum(["mandatory", "advisory"]),
        message: z.string(),
        waiver: z
          .strictObject({ owner: z.string(), expires: day, reason: z.string() })
          .optional()
          .describe("Who lets it through, and how long."),
      }),
    )
    .describe("What the rules about estimates find, waived or not."),
  shares: z.strictObject({
    lowConfidence: z.strictObject({ usd: sum, of: sum }),
    notPriced: z.strictObject({ resources: z.int().min(0), of: z.int().min(0) }),
  }),
  change: change.optional().describe("Difference from another state of things, where asked for."),
});

/** What `groundwork estimate --format json` prints. A change that readers must know of is another version. */
export const estimateSchema = z.strictObject({
  version: z.literal(1),
  currency: z.literal("USD"),
  period: z.literal("month"),
  stacks: z.array(stack),
});

export type EstimateJson = z.infer<typeof estimateSchema>;
export type StackJson = EstimateJson["stacks"][number];

/** The same as JSON Schema (2020-12), for programs that read it. */
export function estimateJsonSchema(): object {
  return jsonSchemaOf(estimateSchema, {
    title: "Groundwork estimate",
    description: "What stacks cost a month, as groundwork estimate --format json prints it.",
  });
}

import { z } from "zod";
import { vendors } from "../../../catalogue/prices/price";
import { jsonSchemaOf, sum, sums } from "../schema-parts";

const vendor = {
  vendor: z.enum(vendors),
  estimate: sums,
};

const read = z.strictObject({
  ...vendor,
  actual: z.strictObject({
    usd: sum.describe("What was billed, US dollars."),
    period: z.string().describe("What the bill is for: a month, or the part of it that is over."),
    source: z.string().describe("Who says it: an API, or --actual."),
    only: z.string().optional().describe("What of the vendor it is about, where not all."),
  }),
  drift: z
    .strictObject({
      expected: sum.describe("What the estimate expects of what the bill is about."),
      usd: sum.describe("The bill less that."),
      percent: z
        .string()
        .regex(/^-?\d+\.\d$/)
        .optional()
        .describe("Percent of what was expected; left out where nothing was."),
    })
    .describe("How far the bill is from the estimate."),
});

const notRead = z.strictObject({
  ...vendor,
  notRead: z.string().describe("Why there is no bill."),
});

const limit = z
  .strictObject({
    of: z.string(),
    usd: sum,
    limit: sum,
    state: z.enum(["within", "above"]),
  })
  .describe("What was billed, against a part of the budget.");

const saving = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    setting: z.string().describe("What the stack file would say."),
    of: z.array(z.string()).describe("Names of the resources that it changes."),
    lost: z.string().describe("What is given up for it."),
    usd: sum.describe("Saved of the expected sum a month, by itself alone."),
  })
  .describe("Advice that the rules of the stack allow.");

/** What `groundwork cost --format json` prints. A change that readers must know of is another version. */
export const reviewSchema = z.strictObject({
  version: z.literal(1),
  currency: z.literal("USD"),
  stack: z.string(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}( to date)?$/)
    .describe("The month, and whether it still runs."),
  estimate: sums.describe("The sum of all vendors."),
  vendors: z
    .array(z.union([read, notRead]))
    .describe("Those of the estimate, and those that billed."),
  limits: z.array(limit),
  advice: z
    .array(saving)
    .describe("Largest first; they do not add up, as one can take from another."),
});

export type ReviewJson = z.infer<typeof reviewSchema>;

/** The same as JSON Schema (2020-12), for programs that read it. */
export function reviewJsonSchema(): object {
  return jsonSchemaOf(reviewSchema, {
    title: "Groundwork cost review",
    description: "A month's review of a stack, as groundwork cost --format json prints it.",
  });
}

import { z } from "zod";
import { jsonSchemaOf, sums } from "../schema-parts";

const priced = z.strictObject({
  vendor: z.string(),
  isNow: z.boolean().describe("Whether the stack file says so already."),
  total: sums.describe("The whole stack with this vendor."),
  delta: sums.describe("To what the stack costs now."),
  gaps: z
    .array(z.string())
    .describe("What the stack asks for and the vendor does not do; once for each time it asks."),
  notPriced: z
    .array(z.string())
    .describe(
      "What has no price with this vendor, and has one with another or is not there; never 0.",
    ),
});

const refused = z.strictObject({
  vendor: z.string(),
  problems: z.array(z.string()).min(1).describe("Why the stack file does not allow the vendor."),
});

/** What `groundwork estimate --compare … --format json` prints. */
export const comparisonSchema = z.strictObject({
  version: z.literal(1),
  currency: z.literal("USD"),
  period: z.literal("month"),
  comparisons: z.array(
    z.strictObject({
      stack: z.string(),
      axis: z.enum(["hosting", "services"]),
      now: z.array(z.string()).describe("Who does it now."),
      total: sums,
      options: z.array(z.union([priced, refused])),
    }),
  ),
});

export type ComparisonJson = z.infer<typeof comparisonSchema>;

/** The same as JSON Schema (2020-12), for programs that read it. */
export function comparisonJsonSchema(): object {
  return jsonSchemaOf(comparisonSchema, {
    title: "Groundwork comparison",
    description:
      "What stacks would cost a month with other vendors, as groundwork estimate --compare prints it.",
  });
}

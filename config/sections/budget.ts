import { z } from "zod";
import { emailAddress, text } from "../formats";

const dollars = (what: string) =>
  z
    .number()
    .gt(0, `${what} above 0`)
    .max(1_000_000_000, `${what} of at most a thousand million`)
    .refine(isWholeCents, `${what} in dollars and whole cents`);

/** What the stack may cost a month. The sums have no default: only its owner knows them. */
export const budgetSection = z
  .strictObject({
    name: z
      .string()
      .regex(/^[^:\\\s][^:\\]{0,99}$/, "a name of 1 to 100 characters without : and \\")
      .optional()
      .describe("Name of the AWS budget, unique in the account. Default: product and tier."),
    monthlyUsd: dollars("a sum").describe("US dollars a month, all vendors together."),
    awsUsd: dollars("a sum").describe("The AWS share of it, watched by an AWS budget."),
    owner: text("who answers for the money: a team or an address").describe(
      "Who answers for the money: a team or an address.",
    ),
    emails: z
      .array(emailAddress)
      .min(1)
      .max(10)
      .refine((emails) => new Set(emails).size === emails.length, "each address once")
      .describe("Who is told when a threshold is passed, at most 10 addresses."),
    thresholds: z
      .array(z.number().gt(0, "a percentage above 0").max(1_000_000_000))
      .max(
        9,
        "at most 9 percentages, because AWS takes 10 notifications and one is for the forecast",
      )
      .refine((given) => new Set(given).size === given.length, "each percentage once")
      .optional()
      .describe("Percentages of awsUsd at which a message is sent.")
      .meta({ default: [50, 80, 100] }),
  })
  .describe("What the stack may cost a month, and who is told.");

export type BudgetSection = z.infer<typeof budgetSection>;

function isWholeCents(sum: number): boolean {
  return Math.abs(sum * 100 - Math.round(sum * 100)) < 1e-6;
}

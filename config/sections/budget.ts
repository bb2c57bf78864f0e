import { z } from "zod";
import { awsLimits } from "../../catalogue/limits/aws";
import { isWholeCents } from "../../core/money";
import { emailAddress, text } from "../formats";

const { emails: mostEmails } = awsLimits.budgetSubscribers.value;
const { value: mostNotifications } = awsLimits.budgetNotifications;

const dollars = (what: string) =>
  z
    .number()
    .gt(0, `${what} above 0`)
    .max(1_000_000_000, `${what} of at most a thousand million`)
    .refine(isWholeCents, `${what} in dollars and whole cents`);

const percentage = z.number().gt(0, "a percentage above 0").max(1_000_000_000);

const costTag = z
  .strictObject({
    key: z.string().min(1).max(128).describe("Key of the tag."),
    value: z.string().min(1).max(256).describe("Its value."),
  })
  .describe(
    "Counts only what carries this cost allocation tag. Left out, the account's whole AWS bill.",
  );

const anomalies = z
  .strictObject({
    impactUsd: dollars("a sum").describe("US dollars an anomaly must cost to be reported."),
    frequency: z
      .enum(["DAILY", "WEEKLY"])
      .optional()
      .describe("How often they are reported.")
      .meta({ default: "DAILY" }),
    monitorArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:ce::\d{12}:anomalymonitor\/\S+$/, "the ARN of an anomaly monitor")
      .optional()
      .describe(
        "A monitor that exists: an account has one for all services. Left out, it is made.",
      ),
  })
  .describe("Reports AWS spending unlike the weeks before; declared by the stack in shared.owner.");

const action = z
  .strictObject({
    roles: z
      .array(z.string().regex(/^[\w+=,.@-]{1,64}$/, "the name of an IAM role"))
      .min(1)
      .max(awsLimits.budgetActionRoles.value)
      .describe("IAM roles that may make nothing new from then on: those that deploy."),
    threshold: percentage
      .optional()
      .describe("Percent of awsUsd really spent at which it happens.")
      .meta({ default: 110 }),
    approvalModel: z
      .enum(["AUTOMATIC", "MANUAL"])
      .optional()
      .describe("Whether AWS does it by itself or waits for an approval.")
      .meta({ default: "MANUAL" }),
  })
  .describe("Stops spending when the AWS budget is overrun.");

const largestIncrease = z
  .strictObject({
    usd: z
      .number()
      .min(0)
      .refine(isWholeCents, "dollars and whole cents")
      .optional()
      .describe("US dollars a month. Default by tier: dev 100, staging 200, prod 250."),
    percent: z
      .number()
      .min(0)
      .optional()
      .describe(
        "Percent of what the stack was estimated at before. Default by tier: 200, 100, 50.",
      ),
  })
  .describe("By how much one update may raise the estimate at most; neither may be passed.");

/** Each tightens the option of a rule that every tier has a floor for. */
const limits = {
  warnAtPercent: z
    .number()
    .gt(0, "a percentage above 0")
    .max(100, "a percentage up to 100")
    .optional()
    .describe("Percent of monthlyUsd from which an expected cost is told. A floor: at most 80."),
  highMultiple: z
    .number()
    .gt(0, "a number above 0")
    .optional()
    .describe(
      "The cost of a busy month, as a multiple of monthlyUsd, at most. A floor by tier: dev 3, staging 2, prod 1.5.",
    ),
  largestIncrease: largestIncrease.optional(),
  notPricedPercent: z
    .number()
    .min(0)
    .max(100, "a percentage up to 100")
    .optional()
    .describe("Percent of the resources that may have no price. A floor by tier: 10, 5, 5."),
  oldestPriceDays: z
    .int()
    .min(1)
    .optional()
    .describe("Days after which a price counts as old. A floor: at most 180."),
};

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
      .max(mostEmails)
      .refine((emails) => new Set(emails).size === emails.length, "each address once")
      .describe(`Who is told when a threshold is passed, at most ${mostEmails} addresses.`),
    thresholds: z
      .array(percentage)
      .max(
        mostNotifications - 1,
        `at most ${mostNotifications - 1} percentages, because AWS takes ${mostNotifications} notifications and one is for the forecast`,
      )
      .refine((given) => new Set(given).size === given.length, "each percentage once")
      .optional()
      .describe("Percentages of awsUsd at which a message is sent.")
      .meta({ default: [50, 80, 100] }),
    costTag: costTag.optional(),
    shares: z
      .record(z.string(), z.number().min(0).refine(isWholeCents, "dollars and whole cents"))
      .optional()
      .describe(
        "Each service's part of monthlyUsd, US dollars. What is left is shared equally by the services left out.",
      ),
    ...limits,
    anomalies: anomalies.optional(),
    action: action.optional(),
  })
  .describe("What the stack may cost a month, and who is told.");

export type BudgetSection = z.infer<typeof budgetSection>;

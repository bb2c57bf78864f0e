import { z } from "zod";
import { awsRegion, bucketName } from "./aws-names";

const days = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum);

/** Where Pulumi keeps the state of all stacks, on S3. */
export const stateSection = z
  .strictObject({
    bucket: bucketName.describe("Name of the bucket, unique in all of AWS."),
    region: awsRegion.describe("AWS region of bucket and key."),
    keyAlias: z
      .string()
      .regex(
        /^(?!aws\/|alias\/)[A-Za-z0-9/_-]{1,250}$/,
        "1 to 250 letters, digits and /_-, beginning neither with alias/ nor with aws/",
      )
      .optional()
      .describe(
        "Alias of the key that encrypts secrets in the state, without alias/. Default: the product's name and -state.",
      ),
    rotationPeriodInDays: days(90, 2560)
      .optional()
      .describe("Days between rotations of the key.")
      .meta({ default: 365 }),
    noncurrentDays: days(1, 36_500)
      .optional()
      .describe("Days that a replaced version of a state is kept.")
      .meta({ default: 90 }),
    objectLock: z
      .union([
        z.literal(false),
        z.strictObject({
          mode: z
            .enum(["GOVERNANCE", "COMPLIANCE"])
            .optional()
            .describe("GOVERNANCE may be lifted by those with the right; COMPLIANCE by nobody.")
            .meta({ default: "GOVERNANCE" }),
          days: days(1, 36_500)
            .optional()
            .describe("Days that a version is locked.")
            .meta({ default: 30 }),
        }),
      ])
      .optional()
      .describe("Object lock, or false for none. Turning it on or off replaces the bucket.")
      .meta({ default: false }),
    protect: z
      .boolean()
      .optional()
      .describe("Whether Pulumi refuses to delete bucket and key.")
      .meta({ default: true }),
  })
  .describe(
    "Where Pulumi keeps the state of all stacks, on S3. groundwork bootstrap makes it, from the file of the stack in " +
      "shared.owner; the other stacks name the same bucket.",
  );

export type StateSection = z.infer<typeof stateSection>;

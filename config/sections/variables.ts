import { z } from "zod";
import { reservedVariables, variableTargets } from "../../catalogue/vercel";
import { stackOutputs } from "../../core/outputs";
import { secretName, variableKeyPattern } from "../formats";

const reserved = new Set<string>(reservedVariables);

const key = z
  .string()
  .max(256, "a name of at most 256 characters")
  .regex(variableKeyPattern, "letters, digits and _, not beginning with a digit")
  .refine(
    (given) => !reserved.has(given),
    "a name that the function runtime does not keep for itself",
  );

const value = z.string().max(65_536, "at most 64 KB of text");

const shared = {
  targets: z
    .array(z.enum(variableTargets))
    .min(1)
    .optional()
    .describe("Environments of the Vercel project that see it.")
    .meta({ default: ["production", "preview"] }),
  customEnvironments: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Names of customEnvironments that see it. Then targets has no default."),
  comment: z
    .string()
    .max(1000, "a comment of at most 1,000 characters")
    .optional()
    .describe("Shown beside the variable in Vercel.")
    .meta({ default: "Managed by Pulumi" }),
};

const plain = z
  .strictObject({
    value: value.describe("The value, readable by everyone who can read this file."),
    sensitive: z
      .boolean()
      .optional()
      .describe(
        "Whether Vercel hides the value for good. Never together with the target development.",
      ),
    ...shared,
  })
  .refine((variable) => !(variable.sensitive && variable.targets?.includes("development")), {
    path: ["sensitive"],
    error: "false, because Vercel refuses sensitive variables for development",
  });

const fromSecret = z.strictObject({
  secret: secretName.describe(
    "Name in groundwork:secrets: pulumi config set --secret --path 'groundwork:secrets.NAME'",
  ),
  ...shared,
});

const fromOutput = z.strictObject({
  output: z
    .enum(stackOutputs)
    .describe("Output of another component of this stack. Public, and known once it exists."),
  ...shared,
});

/** Environment variables of the hosting project. A secret's value never stands here, only its name. */
export const variablesSection = z
  .record(key, z.union([value, plain, fromSecret, fromOutput]))
  .describe(
    "Environment variables by name: text, or { value, … }, or { secret: NAME, … }, or { output: NAME, … }.",
  );

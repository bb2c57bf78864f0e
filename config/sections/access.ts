import { z } from "zod";

/** Who may change what in the AWS account, from GitHub Actions. */
export const accessSection = z
  .strictObject({
    accountId: z
      .string()
      .regex(/^\d{12}$/, "an AWS account: 12 digits in quotes")
      .describe("The AWS account."),
    repository: z
      .string()
      .regex(
        /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?\/[A-Za-z0-9._-]{1,100}$/,
        "one repository, organisation/name, without wildcards",
      )
      .optional()
      .describe(
        "The repository whose jobs are let in, in upper and lower case as GitHub shows it. Default: that of hosting.",
      ),
    environment: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/,
        "the name of one GitHub environment: letters, digits, dots, hyphens, underscores",
      )
      .optional()
      .describe(
        "GitHub environment of the jobs that update this stack. Default by tier: development, staging, production.",
      ),
    oidcProvider: z
      .enum(["bootstrap", "owner", "existing"])
      .optional()
      .describe(
        "Who declares the account's OIDC provider for GitHub: groundwork bootstrap, the stack in shared.owner, or " +
          "nobody here because it exists.",
      )
      .meta({ default: "bootstrap" }),
    preview: z
      .union([
        z.literal(false),
        z.strictObject({
          decrypt: z
            .boolean()
            .optional()
            .describe(
              "Whether it may decrypt the stack's secrets, which a preview by the engine needs. Whoever may push a " +
                "branch can then read them.",
            )
            .meta({ default: false }),
        }),
      ])
      .optional()
      .describe("A role for jobs of pull requests, which reads and changes nothing. False: none.")
      .meta({ default: false }),
    drift: z
      .union([
        z.literal(false),
        z.strictObject({
          environment: z
            .string()
            .regex(
              /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/,
              "the name of one GitHub environment: letters, digits, dots, hyphens, underscores",
            )
            .optional()
            .describe(
              "GitHub environment of its jobs, which needs no reviewers. Default: repository.environment.drift, else that of updates with -drift.",
            ),
          workflow: z
            .string()
            .regex(
              /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/,
              "one file of .github/workflows, without wildcards",
            )
            .optional()
            .describe("The workflow whose jobs alone are let in.")
            .meta({ default: ".github/workflows/drift.yml" }),
          branch: z
            .string()
            .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,254}$/, "one branch, without wildcards")
            .optional()
            .describe("The branch that it must be run from. Default: repository.defaultBranch."),
        }),
      ])
      .optional()
      .describe(
        "A role for jobs that compare the stack with its providers: reads, and locks the state. False: none.",
      )
      .meta({ default: false }),
    maxSessionDuration: z
      .int()
      .min(3600)
      .max(43_200)
      .optional()
      .describe("Seconds that a job keeps a role.")
      .meta({ default: 3600 }),
  })
  .describe("Who may change what in the AWS account, from GitHub Actions.");

export type AccessSection = z.infer<typeof accessSection>;

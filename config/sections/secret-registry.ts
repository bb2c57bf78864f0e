import { z } from "zod";
import {
  destinationFault,
  minimumBits,
  registrationFault,
  secretDestinations,
} from "../../catalogue/secret-names";
import { variableTargets } from "../../catalogue/vercel";
import { secretName, text } from "../formats";

const name = secretName.refine((given) => registrationFault(given) === undefined, {
  error: ({ input }) => worded(registrationFault(String(input))),
});

const vercel = z
  .strictObject({
    targets: z
      .array(z.enum(variableTargets))
      .min(1)
      .optional()
      .describe("Environments of the Vercel project that see it.")
      .meta({ default: ["production", "preview"] }),
  })
  .describe("A variable of the stack's Vercel project, hidden there unless development sees it.");

const github = z
  .strictObject({
    scope: z
      .enum(["environment", "repository"])
      .optional()
      .describe("Whose jobs see it: those of an environment, or all of the repository's.")
      .meta({ default: "environment" }),
    repository: z
      .string()
      .regex(
        /^[A-Za-z0-9._-]{1,100}$/,
        "a repository's name without its owner, such as velocity-platform",
      )
      .optional()
      .describe("Repository, without its owner. Default: that of groundwork:repository."),
    environments: z
      .array(text("an environment's name").describe("An environment of the repository."))
      .min(1)
      .refine((given) => new Set(given).size === given.length, "each environment once")
      .optional()
      .describe("Environments of the repository whose jobs see it. Default: that of this stack."),
    secretName: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "letters, digits and _, not beginning with a digit")
      .optional()
      .describe("Its name there. Default: the secret's own, or the one that the catalogue knows."),
  })
  .refine((given) => given.scope !== "repository" || !given.environments, {
    path: ["environments"],
    error: "no environments where all jobs of the repository see it; remove one of them",
  })
  .describe("Secrets of GitHub Actions.");

const awsSecretsManager = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[0-9A-Za-z/_+=.@-]{1,512}$/,
        "1 to 512 letters, digits and /_+=.@-, such as velocity/prod/JWT_SECRET",
      )
      .describe("Its name there, unique in the account and region."),
    recoveryWindowInDays: z
      .number()
      .int()
      .refine((days) => days === 0 || (days >= 7 && days <= 30), "0, or 7 to 30 days")
      .optional()
      .describe(
        "Days in which a deleted secret can be had back; its name is taken for as long. Default: dev 0, staging 7, prod 30.",
      ),
  })
  .describe("A secret in AWS Secrets Manager, with owner and rotation as tags.");

const entry = z
  .strictObject({
    owner: text("who answers for the secret: a team or an address").describe(
      "Who answers for the secret: a team or an address.",
    ),
    source: z
      .enum(["generated", "required"])
      .describe(
        "generated: made by Pulumi, in no file. required: a person sets it in groundwork:secrets, encrypted.",
      ),
    bytes: z
      .number()
      .int()
      .min(16)
      .max(1024)
      .optional()
      .describe("Generated: random bytes, written as twice as many hexadecimal digits.")
      .meta({ default: 32 }),
    length: z
      .number()
      .int()
      .min(16)
      .max(1000)
      .optional()
      .describe("Generated, instead of bytes: a password of so many characters, of every class."),
    rotationDays: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .describe("Days after which it is to be replaced."),
    keeper: text("a text or a day")
      .overwrite((given) => given.replace(/^(\d{4}-\d{2}-\d{2}) 00:00:00 \+0000 UTC$/, "$1"))
      .optional()
      .describe("Generated: a text, usually a day. Another text makes a new value."),
    destinations: z
      .strictObject({
        vercel: vercel.optional(),
        github: github.optional(),
        awsSecretsManager: awsSecretsManager.optional(),
        edgeFunctions: z
          .literal(true)
          .optional()
          .describe("A secret of the Supabase project's edge functions."),
      })
      .optional()
      .describe("Who gets it. Nobody else can read it."),
  })
  .superRefine((given, context) => {
    for (const { key, expected } of misplaced(given)) {
      context.addIssue({ code: "custom", path: [key], message: expected });
    }
  });

/** The stack's secrets by name: who answers for each, where it comes from, where it goes. Never a value. */
export const secretRegistrySection = z
  .record(name, entry)
  .superRefine((registry, context) => {
    for (const [secret, given] of Object.entries(registry)) {
      for (const { path, expected } of entryFaults(secret, given)) {
        context.addIssue({ code: "custom", path: [secret, ...path], message: expected });
      }
    }
  })
  .describe(
    "The stack's secrets by name: who answers for each, where it comes from, where it goes. Never a value.",
  );

/** The registry with what the stack registers by itself: secrets that its own resources give out. */
export type SecretRegistry = Record<
  string,
  Omit<Entry, "source"> & { source: Entry["source"] | "declared" }
>;
type Entry = z.infer<typeof entry>;

/** Keys that only make sense for what is generated, and lengths given twice. */
function misplaced(given: Entry): { key: string; expected: string }[] {
  if (given.source === "generated") {
    const twice = given.bytes !== undefined && given.length !== undefined;
    return twice ? [{ key: "length", expected: "either bytes or length; remove one of them" }] : [];
  }
  const generatedOnly = (["bytes", "length", "keeper"] as const).filter((key) => given[key]);
  const expected = "nothing here, because a person sets it; remove it, or say source: generated";
  return generatedOnly.map((key) => ({ key, expected }));
}

/** What is wrong with an entry because of the secret's name. */
function entryFaults(
  secret: string,
  { destinations = {}, bytes }: Entry,
): { path: string[]; expected: string }[] {
  const least = Math.ceil(minimumBits(secret) / 8);
  const short = bytes !== undefined && bytes < least;
  const refused = secretDestinations.flatMap((destination) => {
    if (!destinations[destination]) return [];
    const there = destination === "github" ? destinations.github?.secretName : undefined;
    const fault = destinationFault(destination, secret, there);
    return fault ? [{ path: ["destinations", destination], expected: worded(fault) }] : [];
  });
  return [
    ...(short ? [{ path: ["bytes"], expected: `${least} bytes at least for ${secret}` }] : []),
    ...refused,
  ];
}

function worded(fault: { found: string; allowed: string; fix: string } | undefined): string {
  return fault ? `${fault.allowed}; ${fault.fix} (it is ${fault.found})` : "";
}

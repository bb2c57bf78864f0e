import { z } from "zod";
import { apiKeyName, functionSecretName, functionSlug } from "../../catalogue/supabase-names";
import { secretName, text } from "../formats";

const file = (what: string) =>
  text(what)
    .regex(/^[^/\\]/, `${what} below the folder of Pulumi.yaml; leave out the slash in front`)
    .regex(/^(?!(.*\/)?\.\.(\/|$))/, `${what} below the folder of Pulumi.yaml, without ..`);

/** Anybody may call it: named by its slug, and with a reason. Requirement: DB-14 */
const withoutJwt = z.strictObject({
  enabled: z.literal(false).describe("Turns the check off."),
  reason: text("why anybody may call it").describe(
    "Why, and how the function knows its callers instead.",
  ),
});

const edgeFunction = z.strictObject({
  entrypoint: file("the path of a file").describe(
    "File that serves the function, from the folder of Pulumi.yaml.",
  ),
  importMap: file("the path of a file").optional().describe("Import map of the function."),
  staticFiles: z
    .array(file("a glob"))
    .min(1)
    .optional()
    .describe("Globs of files that are deployed with it."),
  verifyJwt: z
    .union([z.literal(true), withoutJwt])
    .optional()
    .describe("Whether Supabase checks the caller's token before the function runs.")
    .meta({ default: true }),
});

/** Edge functions, deployed from files of this repository. */
export const functionsSection = z
  .record(z.string().regex(functionSlug.pattern, functionSlug.allowed), edgeFunction)
  .describe("Edge functions by slug, which is part of their address.");

/** Variables of all edge functions together. */
export const functionSecretsSection = z
  .record(
    z.string().regex(functionSecretName.pattern, functionSecretName.allowed),
    z.strictObject({
      secret: secretName.describe(
        "Name in groundwork:secrets: pulumi config set --secret --path 'groundwork:secrets.NAME'",
      ),
    }),
  )
  .describe("Secrets that edge functions read, by the name of the variable: { secret: NAME }.");

/** Secret API keys of the project. */
export const apiKeysSection = z
  .record(
    z.string().regex(apiKeyName.pattern, apiKeyName.allowed),
    z.strictObject({
      description: text("what the key is for").optional().describe("What the key is for."),
    }),
  )
  .describe("Secret API keys by name. Each one may do everything: give it to servers only.");

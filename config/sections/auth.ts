import { z } from "zod";
import { type AuthKey, type AuthKeys, authKeys } from "../../catalogue/supabase-auth";
import { authDefaults } from "../../catalogue/supabase-auth-defaults";
import { secretName } from "../formats";
import { authWords } from "./auth-words";

const fromSecret = z.strictObject({
  secret: secretName.describe(
    "Name in groundwork:secrets: pulumi config set --secret --path 'groundwork:secrets.NAME'",
  ),
});

const addresses = "one address, without a comma";
const patternWords: Partial<Record<keyof AuthKeys, string>> = {
  site_url: addresses,
  saml_external_url: addresses,
  sessions_tags: "tags of letters, digits, - and _, with commas",
  sms_test_otp: "numbers with their codes, such as 15550100=123456, with commas",
};

type Name = keyof AuthKeys;
type AuthShape = { [K in Name]: z.ZodOptional<z.ZodType<NonNullable<AuthKeys[K]>>> };

const keys = Object.entries<AuthKey>(authKeys).map(([name, key]) => [
  name,
  described(name as Name, schemaOf(name as Name, key)),
]);

/**
 * Auth settings that Supabase's Management API takes, under its own keys. A key that the API does not know would be
 * dropped without a word, so the list is complete and closed.
 */
export const authSection = z
  .union([z.literal(false), z.strictObject(Object.fromEntries(keys) as AuthShape)])
  .describe(
    "Sign-in and sessions, by the keys of Supabase's Management API. A key left out means its secure default; false leaves all of them alone.",
  );

function schemaOf(name: Name, key: AuthKey): z.ZodType {
  switch (key.type) {
    case "boolean":
      return z.boolean();
    case "enum":
      return z.enum(key.values);
    case "string":
      if (key.secret) return fromSecret;
      return key.pattern ? z.string().regex(key.pattern, patternWords[name]) : z.string();
    case "integer":
      return limited(z.int(), key);
    case "number":
      return limited(z.number(), key);
  }
}

function limited(schema: z.ZodNumber, { min, max }: { min?: number; max?: number }): z.ZodType {
  const above = min === undefined ? schema : schema.min(min);
  return max === undefined ? above : above.max(max);
}

function described(name: Name, schema: z.ZodType): z.ZodType {
  const words = authWords[name] ?? "As Supabase's Management API takes it.";
  const optional = schema.optional().describe(words);
  return Object.hasOwn(authDefaults, name)
    ? optional.meta({ default: authDefaults[name as keyof typeof authDefaults] })
    : optional;
}

/**
 * Day on which the rules of this file were last compared with their sources.
 * @public
 */
export const supabaseNamesCheckedOn = "2026-11-21";

/** What a name must look like, and the same in words that follow "expected". */
interface NameRule {
  pattern: RegExp;
  allowed: string;
}

/** Slug of an edge function, part of its address. Our own rule, meant to be no wider than the API's; its length is not confirmed. */
export const functionSlug: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9_-]{0,63}$/,
  allowed: "a slug of at most 64 letters, digits, - and _, beginning with a letter",
};

/** Variable of edge functions. Source: Management API, `POST /v1/projects/{ref}/secrets`. */
export const functionSecretName: NameRule = {
  pattern: /^(?!SUPABASE_)[A-Za-z_][A-Za-z0-9_]{0,255}$/,
  allowed:
    "at most 256 letters, digits and _, not beginning with a digit, nor with SUPABASE_, which Supabase keeps for itself",
};

/** Name of an API key. Source: Management API, `POST /v1/projects/{ref}/api-keys`. */
export const apiKeyName: NameRule = {
  pattern: /^[a-z_][a-z0-9_]{3,63}$/,
  allowed: "4 to 64 small letters, digits and _, not beginning with a digit",
};

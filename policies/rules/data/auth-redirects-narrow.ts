import { z } from "zod";
import type { Value } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

export const authRedirectsNarrow = defineRule({
  id: "auth-redirects-narrow",
  title: "Sign-in sends users, with their tokens, to hosts of ours alone",
  why: "A pattern for a host, such as https://*.vercel.app, lets anybody with a site there collect the tokens of users.",
  fix: "Write hosts out in auth.uri_allow_list; stars belong into paths only.",
  severity: "high",
  topics: ["data", "sign-in"],
  references: [asvs("10.4.1"), supabaseDocs("Redirect URLs", "auth/redirect-urls")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeSettings(stack, "auth", [
      { key: "uri_allow_list", wanted: "addresses whose hosts are written out", holds: isNarrow },
    ]),
});

/** Left out, nothing but the site itself is allowed. */
function isNarrow(value: Value): boolean {
  if (value === null) return true;
  if (typeof value !== "string") return false;
  return value
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "")
    .every(hasPlainHost);
}

/** Supabase reads `*`, `**`, `?`, `[…]` and `{…}` as patterns, in hosts too. */
function hasPlainHost(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.:-]+(\/.*)?$/i.test(address);
}

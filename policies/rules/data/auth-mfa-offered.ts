import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { exactly, judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

const keys = ["mfa_totp_enroll_enabled", "mfa_totp_verify_enabled"] as const;

export const authMfaOffered = defineRule({
  id: "auth-mfa-offered",
  title: "Users can have a second factor, and are asked for it",
  why: "Without one a guessed or stolen password is the whole account.",
  fix: "Leave mfa_totp_enroll_enabled and mfa_totp_verify_enabled out of the stack file, or set both to true.",
  severity: "medium",
  topics: ["data", "sign-in"],
  references: [asvs("6.3.3"), supabaseDocs("Multi-factor authentication", "auth/auth-mfa")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeSettings(
      stack,
      "auth",
      keys.map((key) => exactly(key, true)),
    ),
});

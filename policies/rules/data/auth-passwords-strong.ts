import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { exactly, judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

export const authPasswordsStrong = defineRule({
  id: "auth-passwords-strong",
  title: "Passwords of users are long, and none that thieves already have",
  why: "Short passwords and those from other sites' leaks are tried first, by machines, on every account.",
  fix: "Leave password_min_length and password_hibp_enabled out of the stack file, or set them as the tier asks.",
  severity: "high",
  topics: ["data", "sign-in"],
  references: [
    asvs("6.2.1"),
    asvs("6.2.12"),
    supabaseDocs("Password security", "auth/password-security"),
  ],
  appliesTo: "stack",
  options: z.strictObject({
    minLength: z.int().min(6).describe("Least length of a password."),
    leakedRefused: z
      .array(z.enum(["password_hibp_enabled"]))
      .describe("Checks against leaked passwords that must be on; paid plans have them."),
  }),
  check: (stack, { options: { minLength, leakedRefused } }) =>
    judgeSettings(stack, "auth", [
      {
        key: "password_min_length",
        wanted: `${minLength} or more`,
        holds: (value) => typeof value === "number" && value >= minLength,
      },
      ...leakedRefused.map((key) => exactly(key, true)),
    ]),
});

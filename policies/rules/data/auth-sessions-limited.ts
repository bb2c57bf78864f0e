import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { exactly, judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

export const authSessionsLimited = defineRule({
  id: "auth-sessions-limited",
  title: "Tokens run out soon, and a stolen one cannot be renewed beside its owner",
  why: "A token cannot be taken back before it runs out, and whoever copies one that renews itself stays in for ever.",
  fix: "Leave jwt_exp and refresh_token_rotation_enabled out of the stack file, or set jwt_exp to the tier's bound or less.",
  severity: "medium",
  topics: ["data", "sign-in"],
  references: [asvs("10.4.5"), supabaseDocs("User sessions", "auth/sessions")],
  appliesTo: "stack",
  options: z.strictObject({
    maxTokenSeconds: z.int().min(1).describe("Most seconds that an access token holds."),
  }),
  check: (stack, { options: { maxTokenSeconds } }) =>
    judgeSettings(stack, "auth", [
      {
        key: "jwt_exp",
        wanted: `${maxTokenSeconds} or less`,
        holds: (value) => typeof value === "number" && value > 0 && value <= maxTokenSeconds,
      },
      exactly("refresh_token_rotation_enabled", true),
    ]),
});

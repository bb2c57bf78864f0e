import { z } from "zod";
import { supabaseDocs } from "../../lib/data/references";
import { exactly, judgeSettings } from "../../lib/data/supabase-settings";
import { asvs } from "../../lib/references";
import { defineRule } from "../../rule";

/** What each setting must be, with what goes wrong otherwise. */
const demands: Readonly<Record<string, boolean>> = {
  // Somebody signs up with an address that is not theirs.
  mailer_autoconfirm: false,
  // Whoever has one mailbox for a minute moves the account to another.
  mailer_secure_email_change_enabled: true,
  // Whoever finds an open session makes it theirs for good.
  security_update_password_require_reauthentication: true,
  // An account of a stolen identity is tied to that of its owner.
  security_manual_linking_enabled: false,
  // Row policies for signed-in users let strangers in.
  external_anonymous_users_enabled: false,
};

export const authAccountsProven = defineRule({
  id: "auth-accounts-proven",
  title: "Nobody has or changes an account without proving whose it is",
  why: "Whoever opens an account in another's name, or changes one in an open session, has that person's data.",
  fix: "Leave these settings out of groundwork:database.auth: their defaults ask for proof.",
  severity: "high",
  topics: ["data", "sign-in"],
  references: [asvs("7.5.1"), supabaseDocs("General configuration", "auth/general-configuration")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    judgeSettings(
      stack,
      "auth",
      Object.entries(demands).map(([key, wanted]) => exactly(key, wanted)),
    ),
});

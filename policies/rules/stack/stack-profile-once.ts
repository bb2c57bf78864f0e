import { z } from "zod";
import { governance } from "../../lib/references";
import { defineRule, fail, pass } from "../../rule";

export const stackProfileOnce = defineRule({
  id: "stack-profile-once",
  title: "The stack declares exactly one StackProfile",
  why: "Without a profile nobody can say by what the stack was judged, and with two anyone can pick the gentler one.",
  fix: "Declare one StackProfile with the settings of the stack file, and remove any other.",
  severity: "critical",
  topics: ["governance"],
  references: [governance],
  appliesTo: "profile",
  options: z.strictObject({}),
  check: ({ profiles }) => {
    const wanted = "exactly one StackProfile";
    if (profiles.length === 1) return pass({ found: 1, wanted });
    const message = `found ${profiles.length} of them, wanted ${wanted}; until then everything is judged as prod`;
    const [, ...surplus] = profiles;
    if (surplus.length === 0) return fail({ found: 0, wanted, message });
    return surplus.map(({ urn }) => fail({ urn, found: profiles.length, wanted, message }));
  },
});

import { supabasePlanLimits } from "../../catalogue/limits/supabase";
import { textAt } from "../pricers/inputs";
import type { Advice } from "./advice";
import { changed, ofType } from "./change";

/** Days that a project can go back, fewest first. */
const windows = supabasePlanLimits.pitr.value.days;

export const recoveryWindow: Advice = {
  id: "recovery-window",
  title: "A shorter time to go back in",
  lost: "a mistake that is noticed later than that can only be undone from a backup",
  choices: (stack) =>
    ofType(stack, "supabase-admin:index/pitrAddon:PitrAddon").map((one) => {
      const now = windows.findIndex((days) => textAt(one, "variant") === `pitr_${days}`);
      return windows.slice(0, Math.max(now, 0)).map((days) => ({
        setting: `database.pitr.days: ${days}`,
        of: [one.name],
        to: changed(stack, [one], () => ({ variant: `pitr_${days}` })),
      }));
    }),
};

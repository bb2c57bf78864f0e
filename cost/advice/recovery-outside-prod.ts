import { without } from "../variants";
import type { Advice } from "./advice";
import { ofType } from "./change";

/** A read replica is made from physical backups, which a project has with recovery to a point in time. */
const replicaType = "supabase-admin:index/readReplica:ReadReplica";

export const recoveryOutsideProd: Advice = {
  id: "recovery-outside-prod",
  title: "Recovery to a point in time outside prod",
  lost: "the database goes back to the backup of the day before, not to a minute",
  choices: (stack) => {
    if (stack.tier === "prod" || ofType(stack, replicaType).length > 0) return [];
    return ofType(stack, "supabase-admin:index/pitrAddon:PitrAddon").map((one) => {
      const { resources } = without(stack.resources, one);
      return [
        { setting: "database.pitr: leave it out", of: [one.name], to: { ...stack, resources } },
      ];
    });
  },
};

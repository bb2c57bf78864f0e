import { without } from "../variants";
import type { Advice } from "./advice";
import { ofType } from "./change";

export const replicaOutsideProd: Advice = {
  id: "replica-outside-prod",
  title: "A read replica outside prod",
  lost: "reads all go to the one database, and there is no copy to try a failover with",
  choices: (stack) => {
    if (stack.tier === "prod") return [];
    return ofType(stack, "supabase-admin:index/readReplica:ReadReplica").map((one) => {
      const { resources } = without(stack.resources, one);
      const setting = "database.readReplicas: leave its region out";
      return [{ setting, of: [one.name], to: { ...stack, resources } }];
    });
  },
};

import { namesNotShared } from "./names-not-shared";
import type { BetweenRule } from "./rule";
import { sameSecretNames } from "./same-secret-names";
import { supabasePlanShared } from "./supabase-plan-shared";

/** Every rule about several stacks, sorted by id. */
export const betweenCatalogue: readonly BetweenRule[] = [
  namesNotShared,
  sameSecretNames,
  supabasePlanShared,
];

import type { AuthKeys } from "../../catalogue/supabase-auth";
import { authDefaultsOf } from "../../catalogue/supabase-auth-defaults";
import type { DatabaseSettings } from "./args";

/** The auth settings with their secure defaults; none where they are to be left alone. */
export function authSettings({ auth, plan }: DatabaseSettings): AuthKeys | undefined {
  if (auth === false) return undefined;
  const given = Object.entries(auth ?? {}).filter(([, value]) => value !== undefined);
  return { ...authDefaultsOf(plan), ...Object.fromEntries(given) };
}

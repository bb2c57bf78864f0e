import { packageOf } from "../../../core/urn";
import type { Account, Estate } from "../../../operations/adopt/model";
import { reachOver } from "../../../operations/reach";
import { githubApi, githubInventory } from "../../../operations/vendors/github-inventory";
import type { Inventory } from "../../../operations/vendors/inventory";
import { supabaseApi, supabaseInventory } from "../../../operations/vendors/supabase";
import { vercelApi } from "../../../operations/vendors/vercel";
import { vercelInventory } from "../../../operations/vendors/vercel-inventory";

/** Milliseconds that one question may take. */
const timeoutMs = 15_000;

/**
 * Vercel, Supabase and GitHub by their own APIs, each where its token is set; what no API of these lists is asked by its id,
 * with a preview of the engine's own import.
 */
export function vendorsEstate(
  env: NodeJS.ProcessEnv,
  { vercelTeam, githubOwner }: Account,
  prove: Estate["prove"],
): Estate {
  const reach = reachOver({ timeoutMs });
  const access = (baseUrl: string, token: string) => ({ baseUrl, token, reach });
  const inventories: Readonly<Record<string, () => Inventory | undefined>> = {
    vercel: () => {
      const token = env.VERCEL_API_TOKEN;
      return token ? vercelInventory({ ...access(vercelApi, token), team: vercelTeam }) : undefined;
    },
    supabase: () => {
      const token = env.SUPABASE_ACCESS_TOKEN;
      return token ? supabaseInventory(access(supabaseApi, token)) : undefined;
    },
    github: () => {
      const token = env.GITHUB_TOKEN;
      return token && githubOwner !== undefined
        ? githubInventory({ ...access(githubApi, token), owner: githubOwner })
        : undefined;
    },
  };
  return {
    prove,
    list: async (type, inputs) => inventories[packageOf(type)]?.()?.[type]?.(inputs),
  };
}

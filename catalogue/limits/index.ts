import type { PriceVendor } from "../prices/price";
import { awsLimits } from "./aws";
import { checklyLimits } from "./checkly";
import { digitaloceanLimits } from "./digitalocean";
import { flyLimits } from "./fly";
import { githubLimits } from "./github";
import type { Limit, Limits } from "./limit";
import { netlifyLimits } from "./netlify";
import { pagerdutyLimits } from "./pagerduty";
import { railwayLimits } from "./railway";
import { renderLimits } from "./render";
import { resendLimits } from "./resend";
import { sentryLimits } from "./sentry";
import { supabasePlanLimits } from "./supabase";
import { supabaseComputeLimits } from "./supabase-compute";
import { upstashLimits } from "./upstash";
import { vercelLimits } from "./vercel";

/** Every limit there is, by vendor. */
export const limitsByVendor: Readonly<Record<PriceVendor, readonly Limit[]>> = {
  vercel: all(vercelLimits),
  supabase: [...all(supabasePlanLimits), ...all(supabaseComputeLimits)],
  aws: all(awsLimits),
  github: all(githubLimits),
  fly: all(flyLimits),
  railway: all(railwayLimits),
  render: all(renderLimits),
  netlify: all(netlifyLimits),
  digitalocean: all(digitaloceanLimits),
  checkly: all(checklyLimits),
  sentry: all(sentryLimits),
  resend: all(resendLimits),
  pagerduty: all(pagerdutyLimits),
  upstash: all(upstashLimits),
};

function all(limits: Limits): readonly Limit[] {
  return Object.values(limits);
}

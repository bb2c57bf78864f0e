import { vercelPlansPrices } from "./vercel/plans";
import { vercelUsagePrices } from "./vercel/usage";
import { supabaseProjectPrices } from "./supabase/project";
import { supabaseComputePrices } from "./supabase/compute";
import { awsNetworkPrices } from "./aws/network";
import { awsObservabilityPrices } from "./aws/observability";
import { awsMessagesPrices } from "./aws/messages";
import { awsSecretsPrices } from "./aws/secrets";
import { awsStoragePrices } from "./aws/storage";
import { awsManagementPrices } from "./aws/management";
import { githubPrices } from "./github";
import { checklyPrices } from "./services/checkly";
import { sentryPrices } from "./services/sentry";
import { flyPrices } from "./hosts/fly";
import { netlifyPrices } from "./hosts/netlify";
import { renderPrices } from "./hosts/render";
import { railwayPrices } from "./hosts/railway";
import { digitaloceanPrices } from "./hosts/digitalocean";
import { resendPrices } from "./services/resend";
import { pagerdutyPrices } from "./services/pagerduty";
import { upstashPrices } from "./services/upstash";
import type { Price } from "./price";

/** Every price there is, by vendor. */
export const prices: readonly Price[] = [
  ...vercelPlansPrices,
  ...vercelUsagePrices,
  ...supabaseProjectPrices,
  ...supabaseComputePrices,
  ...awsNetworkPrices,
  ...awsObservabilityPrices,
  ...awsMessagesPrices,
  ...awsSecretsPrices,
  ...awsStoragePrices,
  ...awsManagementPrices,
  ...githubPrices,
  ...checklyPrices,
  ...sentryPrices,
  ...flyPrices,
  ...netlifyPrices,
  ...renderPrices,
  ...railwayPrices,
  ...digitaloceanPrices,
  ...resendPrices,
  ...pagerdutyPrices,
  ...upstashPrices,
];

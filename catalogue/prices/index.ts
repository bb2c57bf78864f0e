import { vercelAddOnPrices } from "./vercel/add-ons";
import { vercelFunctionPrices } from "./vercel/functions";
import { vercelPlansPrices } from "./vercel/plans";
import { vercelRegionalPrices } from "./vercel/regional";
import { vercelUsagePrices } from "./vercel/usage";
import { supabaseComputePrices } from "./supabase/compute";
import { supabasePlanPrices } from "./supabase/plans";
import { supabaseProjectPrices } from "./supabase/project";
import { supabaseUsagePrices } from "./supabase/usage";
import { awsDistributionPrices } from "./aws/distribution";
import { awsNetworkPrices } from "./aws/network";
import { awsObservabilityPrices } from "./aws/observability";
import { awsLogsPrices } from "./aws/logs";
import { awsMessagesPrices } from "./aws/messages";
import { awsComputePrices } from "./aws/compute";
import { awsSecretsPrices } from "./aws/secrets";
import { awsStoragePrices } from "./aws/storage";
import { awsManagementPrices } from "./aws/management";
import { awsBackupPrices } from "./aws/backup";
import { awsCachePrices } from "./aws/cache";
import { githubPrices } from "./github";
import { checklyPrices } from "./services/checkly";
import { sentryPrices } from "./services/sentry";
import { flyPrices } from "./hosts/fly";
import { flyMachinePrices } from "./hosts/fly-machines";
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
  ...vercelAddOnPrices,
  ...vercelRegionalPrices,
  ...vercelFunctionPrices,
  ...vercelUsagePrices,
  ...supabasePlanPrices,
  ...supabaseComputePrices,
  ...supabaseProjectPrices,
  ...supabaseUsagePrices,
  ...awsNetworkPrices,
  ...awsDistributionPrices,
  ...awsObservabilityPrices,
  ...awsLogsPrices,
  ...awsMessagesPrices,
  ...awsComputePrices,
  ...awsSecretsPrices,
  ...awsStoragePrices,
  ...awsBackupPrices,
  ...awsCachePrices,
  ...awsManagementPrices,
  ...githubPrices,
  ...checklyPrices,
  ...sentryPrices,
  ...flyPrices,
  ...flyMachinePrices,
  ...netlifyPrices,
  ...renderPrices,
  ...railwayPrices,
  ...digitaloceanPrices,
  ...resendPrices,
  ...pagerdutyPrices,
  ...upstashPrices,
];

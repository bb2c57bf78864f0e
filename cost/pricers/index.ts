import type { AccountPricer, Credit, Pricers } from "../pricer";
import { awsObservabilityPricers } from "./aws/observability";
import { awsFoundationPricers } from "./aws/foundation";
import { digitaloceanPricers } from "./digitalocean/app";
import { checklyAccount, checklyPricers } from "./checkly";
import { githubAccount } from "./github/organization";
import { githubPricers } from "./github/repository";
import { hostedSitePricers } from "./hosted-sites";
import { netlifyAccount, netlifyCredit } from "./netlify/site";
import { railwayAccount, railwayCredit } from "./railway/service";
import { pagerdutyAccount, pagerdutyPricers } from "./pagerduty";
import { randomPricers } from "./random";
import { sentryAccount, sentryPricers } from "./sentry";
import { renderAccount } from "./render-hosting/site";
import { servicePricers } from "./services";
import { supabaseAccount, supabaseCredit, supabasePricers } from "./supabase";
import { upstashPricers } from "./upstash/cache";
import { vercelAccount, vercelCredit, vercelPricers } from "./vercel";

/** Pricers of every type that has one. */
export const pricers: Pricers = {
  ...awsObservabilityPricers,
  ...awsFoundationPricers,
  ...vercelPricers,
  ...supabasePricers,
  ...servicePricers,
  ...digitaloceanPricers,
  ...hostedSitePricers,
  ...upstashPricers,
  ...githubPricers,
  ...sentryPricers,
  ...checklyPricers,
  ...pagerdutyPricers,
  ...randomPricers,
};

/** What accounts are billed once. */
export const accounts: readonly AccountPricer[] = [
  vercelAccount,
  netlifyAccount,
  renderAccount,
  railwayAccount,
  supabaseAccount,
  githubAccount,
  sentryAccount,
  checklyAccount,
  pagerdutyAccount,
];

/** What plans pay of the usage. */
export const credits: readonly Credit[] = [
  vercelCredit,
  netlifyCredit,
  railwayCredit,
  supabaseCredit,
];

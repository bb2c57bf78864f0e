import type { AccountPricer, Credit, Pricers } from "../pricer";
import { awsObservabilityPricers } from "./aws/observability";
import { awsFoundationPricers } from "./aws/foundation";
import { digitaloceanPricers } from "./digitalocean/app";
import { flyPricers } from "./fly/service";
import { githubAccount } from "./github/organization";
import { githubPricers } from "./github/repository";
import { hostedSitePricers } from "./hosted-sites";
import { netlifyAccount, netlifyCredit } from "./netlify/site";
import { randomPricers } from "./random";
import { renderAccount } from "./render-hosting/site";
import { supabaseAccount, supabaseCredit, supabasePricers } from "./supabase";
import { upstashPricers } from "./upstash/cache";
import { vercelAccount, vercelCredit, vercelPricers } from "./vercel";

/** Pricers of every type that has one. */
export const pricers: Pricers = {
  ...awsObservabilityPricers,
  ...awsFoundationPricers,
  ...vercelPricers,
  ...supabasePricers,
  ...flyPricers,
  ...digitaloceanPricers,
  ...hostedSitePricers,
  ...upstashPricers,
  ...githubPricers,
  ...randomPricers,
};

/** What accounts are billed once. */
export const accounts: readonly AccountPricer[] = [
  vercelAccount,
  netlifyAccount,
  renderAccount,
  supabaseAccount,
  githubAccount,
];

/** What plans pay of the usage. */
export const credits: readonly Credit[] = [vercelCredit, netlifyCredit, supabaseCredit];

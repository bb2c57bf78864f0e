import { ofKind } from "../../hosts/contract/facts";
import { pricings } from "../../hosts/tables/pricings";
import type { AccountPricer, Credit, Pricers } from "../pricer";
import { awsObservabilityPricers } from "./aws/observability";
import { awsFoundationPricers } from "./aws/foundation";
import { checklyAccount, checklyPricers } from "./checkly";
import { githubAccount } from "./github/organization";
import { githubPricers } from "./github/repository";
import { hostedSitePricers } from "./hosted-sites";
import { pagerdutyAccount, pagerdutyPricers } from "./pagerduty";
import { randomPricers } from "./random";
import { sentryAccount, sentryPricers } from "./sentry";
import { servicePricers } from "./services";
import { supabaseAccount, supabaseCredit, supabasePricers } from "./supabase";
import { upstashPricers } from "./upstash/cache";
import { vercelAccount, vercelCredit, vercelPricers } from "./vercel";

const hostResources = Object.assign({}, ...Object.values(ofKind(pricings, "resources"))) as Pricers;

/** Pricers of every type that has one. */
export const pricers: Pricers = {
  ...awsObservabilityPricers,
  ...awsFoundationPricers,
  ...vercelPricers,
  ...supabasePricers,
  ...servicePricers,
  ...hostResources,
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
  ...Object.values(ofKind(pricings, "account")),
  supabaseAccount,
  githubAccount,
  sentryAccount,
  checklyAccount,
  pagerdutyAccount,
];

/** What plans pay of the usage. */
export const credits: readonly Credit[] = [
  vercelCredit,
  ...Object.values(ofKind(pricings, "credit")),
  supabaseCredit,
];

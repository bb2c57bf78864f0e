import { pricedSizes } from "../../../catalogue/prices/supabase/compute";
import { type Credit, freeOf, type Pricers } from "../../pricer";
import { supabaseAddOns } from "./add-ons";
import { paidOrganizations, projectType } from "./organizations";
import { supabaseProject } from "./project";

export { supabaseAccount } from "./organizations";

const billing = "https://supabase.com/docs/guides/platform/billing-on-supabase";

export const supabasePricers: Pricers = {
  [projectType]: supabaseProject,
  ...supabaseAddOns,
  ...freeOf(
    ["supabase:index/apikey:Apikey", "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets"],
    "keys and secrets cost nothing",
    billing,
  ),
  ...freeOf(
    [
      "supabase-admin:index/pooler:Pooler",
      "supabase-admin:index/realtimeConfig:RealtimeConfig",
      "supabase-admin:index/functionJwt:FunctionJwt",
    ],
    "a setting of the project: what passes through it is counted there",
    billing,
  ),
  ...freeOf(
    ["supabase-admin:index/backupSchedule:BackupSchedule"],
    "daily backups are part of paid plans",
    "https://supabase.com/docs/guides/platform/backups",
  ),
  ...freeOf(
    ["supabase-admin:index/bucket:Bucket", "supabase-admin:index/bucketPolicies:BucketPolicies"],
    "buckets cost nothing: the files in them are counted with the project",
    "https://supabase.com/docs/guides/platform/manage-your-usage/storage-size",
  ),
};

/** For an organization's projects; read replicas and branches have prices of their own, which it does not pay. */
export const supabaseCredit: Credit = {
  vendor: "supabase",
  sku: "supabase-compute-credit",
  pays: pricedSizes.map((size) => `supabase-compute-${size}`),
  granted: (context) => paidOrganizations(context) > 0,
  times: paidOrganizations,
};

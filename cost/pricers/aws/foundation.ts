import type { Pricers } from "../../pricer";
import { awsBackupPricers } from "./backup";
import { awsCachePricers } from "./caches";
import { awsDistributionPricers } from "./distributions";
import { awsDnsPricers } from "./dns";
import { awsHealthCheckPricers } from "./health-checks";
import { awsIdentityPricers } from "./identity";
import { awsKeyPricers } from "./keys";
import { awsManagementPricers } from "./management";
import { awsReplicationPricers } from "./replication";
import { awsSecretsPricers } from "./secrets";
import { awsStoragePricers } from "./storage";

/** What is kept, named, locked and allowed on AWS. */
export const awsFoundationPricers: Pricers = {
  ...awsStoragePricers,
  ...awsReplicationPricers,
  ...awsBackupPricers,
  ...awsCachePricers,
  ...awsDistributionPricers,
  ...awsDnsPricers,
  ...awsHealthCheckPricers,
  ...awsSecretsPricers,
  ...awsKeyPricers,
  ...awsManagementPricers,
  ...awsIdentityPricers,
};

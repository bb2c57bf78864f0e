import type { Rule } from "../rule";
import { apiRowLimit } from "../rules/data/api-row-limit";
import { apiSchemasNarrow } from "../rules/data/api-schemas-narrow";
import { auditBucketLocked } from "../rules/data/audit-bucket-locked";
import { authAccountsProven } from "../rules/data/auth-accounts-proven";
import { authMfaOffered } from "../rules/data/auth-mfa-offered";
import { authPasswordsStrong } from "../rules/data/auth-passwords-strong";
import { authRedirectsNarrow } from "../rules/data/auth-redirects-narrow";
import { authSessionsLimited } from "../rules/data/auth-sessions-limited";
import { backupBucketLocked } from "../rules/data/backup-bucket-locked";
import { bucketRegionAllowed } from "../rules/data/bucket-region-allowed";
import { cacheEncryptedInTransit } from "../rules/data/cache-encrypted-in-transit";
import { cacheTtlDeclared } from "../rules/data/cache-ttl-declared";
import { databaseNetworkClosed } from "../rules/data/database-network-closed";
import { databaseProjectOwn } from "../rules/data/database-project-own";
import { databaseRegionAllowed } from "../rules/data/database-region-allowed";
import { databaseRpoCovered } from "../rules/data/database-rpo-covered";
import { deliveryStreamsEncrypted } from "../rules/data/delivery-streams-encrypted";
import { distributionOriginPrivate } from "../rules/data/distribution-origin-private";
import { functionRegionsAllowed } from "../rules/data/function-regions-allowed";
import { kmsKeysRotate } from "../rules/data/kms-keys-rotate";
import { poolBelowConnections } from "../rules/data/pool-below-connections";
import { poolLargeEnough } from "../rules/data/pool-large-enough";
import { readReplicasDeclared } from "../rules/data/read-replicas-declared";
import { rowPoliciesOwnFolder } from "../rules/data/row-policies-own-folder";
import { s3Encrypted } from "../rules/data/s3-encrypted";
import { s3NotForceDestroyed } from "../rules/data/s3-not-force-destroyed";
import { s3OldVersionsExpire } from "../rules/data/s3-old-versions-expire";
import { s3PublicAccessBlocked } from "../rules/data/s3-public-access-blocked";
import { s3Versioned } from "../rules/data/s3-versioned";
import { statefulResourcesProtected } from "../rules/data/stateful-resources-protected";
import { supabaseBucketsLimited } from "../rules/data/supabase-buckets-limited";
import { supabaseBucketsPrivate } from "../rules/data/supabase-buckets-private";

export const dataRules = [
  apiRowLimit,
  apiSchemasNarrow,
  auditBucketLocked,
  authAccountsProven,
  authMfaOffered,
  authPasswordsStrong,
  authRedirectsNarrow,
  authSessionsLimited,
  backupBucketLocked,
  bucketRegionAllowed,
  cacheEncryptedInTransit,
  cacheTtlDeclared,
  databaseNetworkClosed,
  databaseProjectOwn,
  databaseRegionAllowed,
  databaseRpoCovered,
  deliveryStreamsEncrypted,
  distributionOriginPrivate,
  functionRegionsAllowed,
  kmsKeysRotate,
  poolBelowConnections,
  poolLargeEnough,
  readReplicasDeclared,
  rowPoliciesOwnFolder,
  s3Encrypted,
  s3NotForceDestroyed,
  s3OldVersionsExpire,
  s3PublicAccessBlocked,
  s3Versioned,
  statefulResourcesProtected,
  supabaseBucketsLimited,
  supabaseBucketsPrivate,
] as const satisfies readonly Rule[];

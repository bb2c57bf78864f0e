import { type CloudFunction, type CloudResource } from "../resource";
import { budget } from "./budget";
import { getCallerIdentity, getPartition, getRegion } from "./functions";
import { healthCheck } from "./health-check";
import { iamRole, iamRolePolicy } from "./iam-role";
import { kmsKey } from "./kms-key";
import { openIdConnectProvider } from "./open-id-connect-provider";
import { route53Record } from "./route53-record";
import { s3Bucket } from "./s3-bucket";
import { s3Settings } from "./s3-settings";
import { secret, secretVersion } from "./secrets-manager";

export const awsResources: readonly CloudResource[] = [
  healthCheck,
  route53Record,
  budget,
  openIdConnectProvider,
  iamRole,
  iamRolePolicy,
  kmsKey,
  s3Bucket,
  ...s3Settings,
  secret,
  secretVersion,
];

export const awsFunctions: readonly CloudFunction[] = [getCallerIdentity, getRegion, getPartition];

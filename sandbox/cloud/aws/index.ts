import { type CloudFunction, type CloudResource } from "../resource";
import { certificate, certificateValidation } from "./acm";
import { alarmMuteRule, compositeAlarm, dashboard, metricAlarm } from "./alarms";
import {
  backupPlan,
  backupSelection,
  backupVault,
  backupVaultLock,
  restoreTestingPlan,
  restoreTestingSelection,
} from "./backup";
import { budget } from "./budget";
import { canary } from "./canary";
import { budgetAction } from "./budget-action";
import { distribution, originAccessControl, responseHeadersPolicy } from "./cloudfront";
import { identityPool, identityPoolRoles } from "./cognito";
import { anomalyMonitor, anomalySubscription } from "./cost-anomaly";
import { slackChannelConfiguration, teamsChannelConfiguration } from "./chatbot";
import { cacheUser, cacheUserGroup, serverlessCache } from "./elasticache";
import { deliveryStream } from "./firehose";
import { getCallerIdentity, getPartition, getRegion } from "./functions";
import { healthCheck } from "./health-check";
import { apiDomain, apiMapping, httpApi } from "./http-api";
import { iamPolicy } from "./iam-policy";
import { iamRole, iamRolePolicy } from "./iam-role";
import { iamRolePolicyAttachment } from "./iam-role-policy-attachment";
import { kmsAlias } from "./kms-alias";
import { kmsKey } from "./kms-key";
import { lambdaFunction, lambdaFunctionUrl, lambdaPermission } from "./lambda";
import { logGroup, logMetricFilter, logStream, queryDefinition } from "./log-group";
import { metricStream } from "./metric-stream";
import { openIdConnectProvider } from "./open-id-connect-provider";
import { route53Record } from "./route53-record";
import { route53Zone } from "./route53-zone";
import { appMonitor } from "./rum";
import { s3Bucket } from "./s3-bucket";
import { s3Object } from "./s3-object";
import { s3Settings } from "./s3-settings";
import { secret, secretVersion } from "./secrets-manager";
import { topic, topicPolicy, topicSubscription } from "./sns";
import { trail } from "./trail";

export const awsResources: readonly CloudResource[] = [
  healthCheck,
  route53Record,
  route53Zone,
  canary,
  certificate,
  certificateValidation,
  distribution,
  originAccessControl,
  responseHeadersPolicy,
  backupVault,
  backupVaultLock,
  backupPlan,
  backupSelection,
  restoreTestingPlan,
  restoreTestingSelection,
  cacheUser,
  cacheUserGroup,
  serverlessCache,
  identityPool,
  identityPoolRoles,
  appMonitor,
  budget,
  budgetAction,
  anomalyMonitor,
  anomalySubscription,
  apiDomain,
  apiMapping,
  httpApi,
  iamPolicy,
  openIdConnectProvider,
  iamRole,
  iamRolePolicy,
  iamRolePolicyAttachment,
  kmsAlias,
  kmsKey,
  lambdaFunction,
  lambdaFunctionUrl,
  lambdaPermission,
  logGroup,
  logMetricFilter,
  logStream,
  metricStream,
  deliveryStream,
  queryDefinition,
  s3Bucket,
  s3Object,
  ...s3Settings,
  secret,
  secretVersion,
  metricAlarm,
  compositeAlarm,
  alarmMuteRule,
  dashboard,
  slackChannelConfiguration,
  teamsChannelConfiguration,
  topic,
  topicPolicy,
  topicSubscription,
  trail,
];

export const awsFunctions: readonly CloudFunction[] = [getCallerIdentity, getRegion, getPartition];

import { type AdminResource } from "../model/resource";
import { backupSchedule } from "./backup-schedule";
import { bucket } from "./bucket";
import { bucketPolicies } from "./bucket-policies";
import { customHostname } from "./custom-hostname";
import { functionJwt } from "./function-jwt";
import { pitrAddon } from "./pitr-addon";
import { pooler } from "./pooler";
import { readReplica } from "./read-replica";
import { realtimeConfig } from "./realtime-config";

export const resources: readonly AdminResource[] = [
  backupSchedule,
  bucket,
  bucketPolicies,
  customHostname,
  functionJwt,
  pitrAddon,
  pooler,
  readReplica,
  realtimeConfig,
];

export { BackupSchedule, type BackupScheduleArgs } from "./backup-schedule";
export { Bucket, type BucketArgs } from "./bucket";
export { BucketPolicies, type BucketPoliciesArgs, type BucketPolicy } from "./bucket-policies";
export { CustomHostname, type CustomHostnameArgs } from "./custom-hostname";
export { FunctionJwt, type FunctionJwtArgs } from "./function-jwt";
export { PitrAddon, type PitrAddonArgs } from "./pitr-addon";
export { Pooler, type PoolerArgs } from "./pooler";
export { ReadReplica, type ReadReplicaArgs } from "./read-replica";
export { RealtimeConfig, type RealtimeConfigArgs } from "./realtime-config";

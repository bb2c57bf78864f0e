import * as pulumi from "@pulumi/pulumi";

/* Names that examples take for granted: what another component declared, and a program's own secrets. */

const known = (value: string): pulumi.Output<string> => pulumi.output(value);

export const database = {
  url: known("https://abcdefghijklmnopqrst.supabase.co"),
  projectRef: known("abcdefghijklmnopqrst"),
};
export const dns = { zoneId: known("Z0123456789ABCDEFGHIJ") };
export const web = { projectId: known("prj_web") };
export const config = { requireSecret: (name: string) => pulumi.secret(`value of ${name}`) };
export const smtpPassword = pulumi.secret("password of the mail server");
export const pagerUrl = pulumi.secret("https://pager.example/token");
export const openAiKey = pulumi.secret("key of a model");

const topics = {
  critical: known("arn:aws:sns:us-east-1:123456789012:critical"),
  warning: known("arn:aws:sns:us-east-1:123456789012:warning"),
  info: known("arn:aws:sns:us-east-1:123456789012:info"),
};
export const alerts = {
  topics: { home: topics, global: topics },
  alarmArns: {
    failing: known("arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-prod-failing"),
  },
};

export const secrets = {
  lent: {
    REDIS_URL: pulumi.secret("rediss://default:password@eu1-wise-fox-30123.upstash.io:6379"),
    CACHE_AUTH_TOKEN: pulumi.secret("a token of thirty-two characters"),
  },
  secretArns: pulumi.output({
    LOG_DRAIN_SECRET: "arn:aws:secretsmanager:us-east-1:123456789012:secret:drain",
    LOG_INTAKE_TOKEN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:intake",
  } as Record<string, string>),
};
export const metrics = { bucketName: known("velocity-metrics") };
export const audit = { openBucketName: known("velocity-audit") };
export const registry = {};
export const values = {};
const checkId = known("11111111-2222-3333-4444-555555555555");
export const uptime = {
  healthCheckIds: { app: checkId },
  healthCheckOf: (_host: string) => checkId,
};

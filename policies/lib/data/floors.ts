import { statefulTypes } from "../../../catalogue/stateful";
import { type Floor, everywhere } from "../floor";

/**
 * What holds the only copy of something: databases, files, the code, the name servers. What serves a site can be deployed
 * again; keys, secrets and logs have a time of grace, or copies, of their own.
 */
const protectedTypes = Object.keys(statefulTypes).filter(
  (type) =>
    ![
      "vercel:index/project:Project",
      "digitalocean:index/app:App",
      "vercel:index/edgeConfig:EdgeConfig",
      "aws:backup/vault:Vault",
      "aws:cloudwatch/logGroup:LogGroup",
      "aws:kms/key:Key",
      "aws:secretsmanager/secret:Secret",
    ].includes(type),
);

/** What rules about data ask for, tier by tier. */
export const dataFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "api-row-limit": {
    // What Supabase itself sets on a new project.
    maxRows: { tighter: "lower", tiers: everywhere(1000) },
  },
  "audit-bucket-locked": {
    // A year, as long as the trail's lines are kept for an auditor; a dev stack keeps no trail.
    minDays: { tighter: "higher", tiers: { dev: 0, staging: 30, prod: 365 } },
    modes: { tighter: "fewer", tiers: everywhere(["COMPLIANCE", "GOVERNANCE"]) },
  },
  "auth-passwords-strong": {
    // Eight is the least that ASVS takes; our default is twelve.
    minLength: { tighter: "higher", tiers: { dev: 8, staging: 12, prod: 12 } },
    // The Free plan, on which dev stacks are, has no such check.
    leakedRefused: {
      tighter: "more",
      tiers: { dev: [], staging: ["password_hibp_enabled"], prod: ["password_hibp_enabled"] },
    },
  },
  "auth-sessions-limited": {
    // An hour, Supabase's own default.
    maxTokenSeconds: { tighter: "lower", tiers: everywhere(3600) },
  },
  "backup-bucket-locked": {
    minDays: { tighter: "higher", tiers: { dev: 0, staging: 7, prod: 30 } },
    modes: { tighter: "fewer", tiers: everywhere(["COMPLIANCE", "GOVERNANCE"]) },
  },
  "bucket-region-allowed": {
    // Canada; what holds nobody's data may be where the state is kept.
    allowed: {
      tighter: "fewer",
      tiers: {
        dev: ["ca-central-1", "ca-west-1", "us-east-1"],
        staging: ["ca-central-1", "ca-west-1", "us-east-1"],
        prod: ["ca-central-1", "ca-west-1"],
      },
    },
  },
  "cache-ttl-declared": {
    // A day: what is older is a copy of the data.
    maxSeconds: { tighter: "lower", tiers: everywhere(86_400) },
  },
  "database-network-closed": {
    // Functions, machines and runners that must reach it have no fixed addresses: who has, asks for more.
    minRanges: { tighter: "higher", tiers: everywhere(0) },
  },
  "database-region-allowed": {
    // Canada, the one region that Supabase has there; a stack without users' data may be near its developers.
    allowed: {
      tighter: "fewer",
      tiers: {
        dev: ["ca-central-1", "us-east-1", "us-east-2"],
        staging: ["ca-central-1", "us-east-1", "us-east-2"],
        prod: ["ca-central-1"],
      },
    },
  },
  "kms-keys-rotate": {
    // AWS's own period.
    maxDays: { tighter: "lower", tiers: everywhere(365) },
  },
  "pool-below-connections": {
    // What Supabase advises at most, so that its own services have theirs.
    maxPercent: { tighter: "lower", tiers: everywhere(80) },
  },
  "pool-large-enough": {
    min: { tighter: "higher", tiers: { dev: 10, staging: 25, prod: 100 } },
  },
  "read-replicas-declared": {
    min: { tighter: "higher", tiers: { dev: 0, staging: 0, prod: 1 } },
  },
  "s3-encrypted": {
    algorithms: { tighter: "fewer", tiers: everywhere(["AES256", "aws:kms", "aws:kms:dsse"]) },
  },
  "s3-old-versions-expire": {
    // As long as the audit trail of prod; what is longer is a copy that nobody asked for.
    maxDays: { tighter: "lower", tiers: everywhere(365) },
  },
  "stateful-resources-protected": {
    types: {
      tighter: "more",
      tiers: { dev: [], staging: [], prod: protectedTypes },
    },
  },
  "supabase-buckets-limited": {
    // 50 MiB: the largest file of the Free plan, and more than an archive of a project has.
    maxBytes: { tighter: "lower", tiers: everywhere(52_428_800) },
  },
};

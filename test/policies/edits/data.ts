import type { Edit } from "./edit";

const buckets = ["storage", "buckets"];

export const dataEdits: readonly Edit[] = [
  {
    requirement: "COMP-06",
    at: ["database", "region"],
    to: "us-east-1",
    fails: ["database-region-allowed"],
  },
  {
    requirement: "HOST-03",
    at: ["hosting", "resourceConfig", "functionDefaultRegions"],
    to: ["yul1", "hkg1"],
    fails: ["function-regions-allowed"],
  },
  {
    requirement: "DB-02",
    at: ["database", "pooler", "poolSize"],
    to: 60,
    fails: ["pool-large-enough"],
  },
  { requirement: "DB-07", at: ["database", "readReplicas"], fails: ["read-replicas-declared"] },
  {
    requirement: "HDR-17",
    at: ["database", "network"],
    to: { restrictions: ["0.0.0.0/0"] },
    fails: ["database-network-closed"],
  },
  {
    requirement: "STOR-01",
    at: [...buckets, "projects", "public"],
    to: true,
    fails: ["supabase-buckets-private"],
  },
  {
    requirement: "STOR-06",
    at: [...buckets, "user-assets", "fileSizeLimit"],
    fails: ["supabase-buckets-limited"],
  },
  {
    requirement: "COMP-07",
    at: [...buckets, "audit", "objectLock", "days"],
    to: 30,
    fails: ["audit-bucket-locked"],
  },
  {
    requirement: "STOR-07",
    at: [...buckets, "assets", "lifecycle"],
    to: { noncurrentDays: 1000 },
    fails: ["s3-old-versions-expire"],
  },
  {
    requirement: "STOR-08",
    at: [...buckets, "backups", "replication"],
    fails: ["copy-in-second-region"],
  },
  {
    requirement: "STOR-02",
    beside: "a row policy for everybody",
    fails: ["row-policies-own-folder"],
  },
  {
    requirement: "DB-16",
    beside: "settings of another stack's database",
    fails: ["database-project-own"],
  },
  {
    requirement: "DB-01",
    beside: "a database of Supabase in Virginia",
    fails: [
      "api-row-limit",
      "api-schemas-narrow",
      "auth-accounts-proven",
      "auth-mfa-offered",
      "auth-passwords-strong",
      "auth-redirects-narrow",
      "auth-sessions-limited",
      "database-region-allowed",
      "database-rpo-covered",
      "database-tls",
      "pool-large-enough",
      "read-replicas-declared",
      "stateful-resources-protected",
    ],
  },
  {
    requirement: "STOR-04",
    beside: "a bucket of S3 and nothing more",
    fails: [
      "s3-encrypted",
      "s3-old-versions-expire",
      "s3-public-access-blocked",
      "s3-tls-only",
      "s3-versioned",
      "stateful-resources-protected",
    ],
  },
  {
    requirement: "STOR-04",
    at: [...buckets, "backups", "objectLock"],
    to: false,
    fails: ["backup-bucket-locked"],
  },
];

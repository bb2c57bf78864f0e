/** What a resource holds that no program brings back. */
export interface Stateful {
  /** What is gone with it: ends the sentence "deleting it loses …". */
  holds: string;
  /** Inputs that are fixed for its life: the provider refuses another value, or makes a new, empty resource. */
  fixed?: readonly string[];
}

const files: Stateful = { holds: "the files in it" };
const rows: Stateful = { holds: "the data in it" };

/**
 * Types whose resources hold what people put there, by type token. A Supabase project's region and organization are no
 * replacement in the provider's eyes: it refuses the update ("Update is not supported for this attribute",
 * https://github.com/supabase/terraform-provider-supabase, internal/provider/project_resource.go).
 */
export const statefulTypes: Readonly<Record<string, Stateful>> = {
  "supabase:index/project:Project": {
    holds: "the database, its users' accounts and their files",
    fixed: ["region", "organizationId"],
  },
  "supabase-admin:index/bucket:Bucket": files,
  "vercel:index/project:Project": { holds: "every deployment that could be rolled back to" },
  "digitalocean:index/app:App": { holds: "every deployment that could be rolled back to" },
  "vercel:index/edgeConfig:EdgeConfig": rows,
  "github:index/repository:Repository": { holds: "the code, its history and its issues" },
  "sentry:index/sentryProject:SentryProject": {
    holds: "the errors in it, and who looked into them",
    fixed: ["organization"],
  },
  "aws:s3/bucket:Bucket": files,
  "aws:s3/bucketV2:BucketV2": files,
  "aws:backup/vault:Vault": { holds: "the backups in it" },
  "aws:cloudwatch/logGroup:LogGroup": { holds: "the logs in it" },
  "aws:kms/key:Key": { holds: "whatever is encrypted with it" },
  "aws:secretsmanager/secret:Secret": { holds: "every version of its value" },
  "aws:route53/zone:Zone": { holds: "the name servers that the domain's registrar knows" },
  "aws:dynamodb/table:Table": rows,
  "aws:elasticache/serverlessCache:ServerlessCache": {
    holds: "what is cached, which then comes from the database again",
  },
  "aws:efs/fileSystem:FileSystem": files,
  "aws:rds/cluster:Cluster": rows,
  "aws:rds/instance:Instance": rows,
};

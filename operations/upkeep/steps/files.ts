import { done, many, skipped, type UpkeepGround, type UpkeepStep } from "../ground";

/** What opens Supabase's S3 endpoint: Storage settings of the project, S3 access keys. */
const needed = [
  "SUPABASE_S3_ENDPOINT",
  "SUPABASE_S3_REGION",
  "SUPABASE_S3_ACCESS_KEY_ID",
  "SUPABASE_S3_SECRET_ACCESS_KEY",
] as const;

// Requirement: STOR-08
/**
 * Copies what users stored in Supabase: no backup of the database holds it. It deletes nothing, so that a file that was
 * deleted or replaced by mistake stays in the versions of the bucket.
 */
export const filesStep: UpkeepStep = {
  name: "copy of files",
  adapter: "rclone",
  reads: "every object of the stack's buckets at Supabase",
  changes: "copies new and changed ones to the bucket for backups, below files/",
  run: async (ground) => {
    const { copies, env, dryRun, sandbox, program } = ground;
    if (sandbox) return skipped("the sandbox keeps no objects");
    if (!copies || copies.from.length === 0) return skipped("no bucket at Supabase is declared");
    if (copies.to === undefined) return skipped("no bucket on S3 with purpose backup is declared");
    const missing = needed.filter((name) => !env[name]);
    if (missing.length > 0) return skipped(`set ${missing.join(", ")}`);
    const said: string[] = [];
    for (const bucket of copies.from) {
      const target = `backups:${copies.to}/files/${bucket}`;
      const ran = await program("rclone", argumentsFor(bucket, target, dryRun), remotes(env));
      if ("missing" in ran) return skipped(ran.missing);
      if (ran.code !== 0) {
        // Its own words name keys of users.
        return { result: "failed", said: `rclone ended with ${ran.code} at bucket ${bucket}` };
      }
      said.push(`${bucket} → s3://${copies.to}/files/${bucket}`);
    }
    const head = `${many(said.length, "bucket")} ${dryRun ? "would be copied" : "copied"}`;
    return done([head, ...said].join("\n"));
  },
};

function argumentsFor(bucket: string, target: string, dryRun: boolean): string[] {
  const flags = [
    "--checksum",
    "--retries=3",
    "--log-level=ERROR",
    ...(dryRun ? ["--dry-run"] : []),
  ];
  return ["copy", `files:${bucket}`, target, ...flags];
}

/**
 * Both ends, as rclone reads them of its environment: arguments are for all to read.
 * Source: https://rclone.org/docs/#environment-variables, https://rclone.org/s3/
 */
function remotes(env: UpkeepGround["env"]): Record<string, string> {
  const [endpoint = "", region = "", key = "", secret = ""] = needed.map((name) => env[name]);
  return {
    RCLONE_CONFIG_FILES_TYPE: "s3",
    RCLONE_CONFIG_FILES_PROVIDER: "Other",
    RCLONE_CONFIG_FILES_ENDPOINT: endpoint,
    RCLONE_CONFIG_FILES_REGION: region,
    RCLONE_CONFIG_FILES_ACCESS_KEY_ID: key,
    RCLONE_CONFIG_FILES_SECRET_ACCESS_KEY: secret,
    RCLONE_CONFIG_BACKUPS_TYPE: "s3",
    RCLONE_CONFIG_BACKUPS_PROVIDER: "AWS",
    RCLONE_CONFIG_BACKUPS_ENV_AUTH: "true",
    RCLONE_CONFIG_BACKUPS_NO_CHECK_BUCKET: "true",
  };
}

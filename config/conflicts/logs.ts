import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** What the logs name and the file does not have. */
export function logConflicts(file: FileSettings): SettingsProblem[] {
  return [...trailProblems(file), ...copiesProblems(file), ...secretProblems(file)];
}

function trailProblems({ logs, storage }: FileSettings): SettingsProblem[] {
  const key = logs?.trail?.bucket;
  if (key === undefined) return [];
  const buckets = storage?.buckets ?? {};
  const bucket = Object.hasOwn(buckets, key) ? buckets[key] : undefined;
  if (bucket?.vendor === "s3" && bucket.purpose === "audit") return [];
  return [
    {
      path: filePath(["logs", "trail", "bucket"]),
      found: bucket ? `${key}, which is not an S3 bucket of purpose audit` : `${key}, no bucket`,
      allowed: "the key of a bucket of vendor s3 and purpose audit",
      fix: `add one to groundwork:storage.buckets`,
    },
  ];
}

/** Firehose writes there, and is let use no key of the bucket's own. */
function copiesProblems({ logs, storage }: FileSettings): SettingsProblem[] {
  const key = logs?.metricCopies?.bucket;
  if (key === undefined) return [];
  const buckets = storage?.buckets ?? {};
  const bucket = Object.hasOwn(buckets, key) ? buckets[key] : undefined;
  const isOnS3 = bucket?.vendor === "s3";
  if (isOnS3 && bucket.encryption?.algorithm !== "aws:kms") return [];
  const why = isOnS3 ? "which a key of KMS encrypts" : "which is not on S3";
  return [
    {
      path: filePath(["logs", "metricCopies", "bucket"]),
      found: bucket ? `${key}, ${why}` : `${key}, no bucket`,
      allowed: "the key of a bucket of vendor s3 that S3's own keys encrypt",
      fix: `add one to groundwork:storage.buckets`,
    },
  ];
}

/** The intake reads its secrets from AWS Secrets Manager, so they must get there. */
function secretProblems({ logs, secretRegistry = {} }: FileSettings): SettingsProblem[] {
  return (["drainSecret", "tokenSecret"] as const).flatMap((key) => {
    const name = logs?.intake?.[key];
    if (name === undefined) return [];
    const secret = Object.hasOwn(secretRegistry, name) ? secretRegistry[name] : undefined;
    if (secret?.destinations?.awsSecretsManager) return [];
    return [
      {
        path: filePath(["logs", "intake", key]),
        found: secret ? `${name}, which AWS Secrets Manager does not get` : `${name}, no secret`,
        allowed: "a secret of groundwork:secretRegistry with the destination awsSecretsManager",
        fix: `give ${name} that destination`,
      },
    ];
  });
}

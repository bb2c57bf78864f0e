import { awsLimits } from "../../catalogue/limits/aws";
import { supabasePlanLimits } from "../../catalogue/limits/supabase";
import type { Problem } from "../../core/errors";
import type { S3BucketSettings, SupabaseBucketSettings } from "./args";
import { bucketSpec, isLocked, replicationRoleSuffix } from "./spec";

/** Longest name of an IAM role. */
const { value: longestRole } = awsLimits.roleName;

const namePattern =
  /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9](?<!-s3alias|--ol-s3)$/;

/** What S3 would refuse, or do otherwise than the args say; paths count from the args. */
export function bucketProblems(args: S3BucketSettings): Problem[] {
  return [
    ...nameProblems("name", args.name),
    ...versioningProblems(args),
    ...keyProblems(args),
    ...lifecycleProblems(args),
    ...replicationProblems(args),
  ];
}

/** What the largest plan takes; whether the stack's does is judged with the database. */
const { enterprise: largestObject } = supabasePlanLimits.fileSizeLimit.value;

/** What Supabase's Storage would refuse; paths count from the args. */
export function supabaseProblems({ name, fileSizeLimit }: SupabaseBucketSettings): Problem[] {
  const isName = /^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/.test(name);
  const isSize =
    fileSizeLimit === undefined ||
    (Number.isInteger(fileSizeLimit) && fileSizeLimit >= 1 && fileSizeLimit <= largestObject);
  return [
    ...(isName
      ? []
      : [
          {
            where: { path: "name" },
            found: name,
            allowed: "1 to 100 letters, digits, blanks and !-.*'()&$@=;:+,?_",
          },
        ]),
    ...(isSize
      ? []
      : [
          {
            where: { path: "fileSizeLimit" },
            found: String(fileSizeLimit),
            allowed: `whole bytes from 1 to ${largestObject}`,
          },
        ]),
  ];
}

function nameProblems(path: string, name: string): Problem[] {
  if (namePattern.test(name)) return [];
  const allowed = "3 to 63 lower-case letters, digits and hyphens, as S3 takes them";
  return [{ where: { path }, found: name, allowed }];
}

/** Lock and replication work on versions. */
function versioningProblems(args: S3BucketSettings): Problem[] {
  if (args.versioning !== false) return [];
  const needs = [
    ...(isLocked(args) ? ["object lock"] : []),
    ...(args.replication ? ["replication"] : []),
  ];
  return needs.map((need) => ({
    where: { path: "versioning" },
    found: "false",
    allowed: `true, because ${need} works on versions`,
    fix: `turn versioning on or ${need} off`,
  }));
}

function keyProblems({ encryption = {} }: S3BucketSettings): Problem[] {
  const { algorithm, kmsKeyId, rotationPeriodInDays } = encryption;
  const problem = (key: string, found: string, allowed: string): Problem => ({
    where: { path: `encryption.${key}` },
    found,
    allowed,
  });
  const isKms = algorithm === "aws:kms";
  return [
    ...(kmsKeyId !== undefined && !isKms
      ? [problem("kmsKeyId", kmsKeyId, "no key unless the algorithm is aws:kms")]
      : []),
    ...(rotationPeriodInDays !== undefined && (!isKms || kmsKeyId !== undefined)
      ? [
          problem(
            "rotationPeriodInDays",
            String(rotationPeriodInDays),
            "no rotation unless a KMS key is made here: aws:kms without kmsKeyId",
          ),
        ]
      : []),
  ];
}

function lifecycleProblems(args: S3BucketSettings): Problem[] {
  const { transitions, expirationDays } = bucketSpec(args).lifecycle;
  return transitions.flatMap(({ days, storageClass }, i) => {
    const where = { path: `lifecycle.transitions[${i}].days` };
    const found = String(days);
    const tooEarly = storageClass.endsWith("_IA") && days < 30;
    const tooLate = expirationDays !== undefined && days >= expirationDays;
    return [
      ...(tooEarly ? [{ where, found, allowed: `30 days or more for ${storageClass}` }] : []),
      ...(tooLate
        ? [{ where, found, allowed: `fewer than expirationDays (${expirationDays})` }]
        : []),
    ];
  });
}

function replicationProblems({ name, region, replication }: S3BucketSettings): Problem[] {
  if (!replication) return [];
  const longest = longestRole - replicationRoleSuffix.length;
  const sameRegion = replication.region === region;
  return [
    ...nameProblems("replication.name", replication.name),
    ...(replication.name === name
      ? [
          {
            where: { path: "replication.name" },
            found: name,
            allowed: "another name than the bucket's",
          },
        ]
      : []),
    ...(sameRegion
      ? [
          {
            where: { path: "replication.region" },
            found: replication.region,
            allowed: "another region than the bucket's",
          },
        ]
      : []),
    ...(name.length > longest
      ? [
          {
            where: { path: "name" },
            found: `${name.length} characters`,
            allowed: `at most ${longest}, because the role that copies is named after the bucket`,
          },
        ]
      : []),
  ];
}

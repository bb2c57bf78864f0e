import type { Problem } from "../../core/errors";
import type { S3BucketSettings } from "./args";

/** What is in a bucket that the world may read. */
const servable: readonly string[] = ["assets", "files"];

/** What would keep a distribution from serving the bucket, or would serve what is nobody's; paths count from the args. */
export function distributionProblems(args: S3BucketSettings, hasZone: boolean): Problem[] {
  const { distribution, purpose = "files", encryption } = args;
  if (!distribution) return [];
  const problems: Problem[] = [];
  if (!servable.includes(purpose)) {
    const allowed = `a bucket of purpose ${servable.join(" or ")}: everybody reads what it holds`;
    problems.push({ where: { path: "distribution" }, found: purpose, allowed });
  }
  if (encryption?.algorithm === "aws:kms") {
    const allowed = "AES256, since CloudFront has no right to the key";
    problems.push({ where: { path: "encryption.algorithm" }, found: "aws:kms", allowed });
  }
  if (!hasZone) {
    const allowed = `the id of the zone that answers for ${distribution.host}`;
    problems.push({ where: { path: "zoneId" }, found: "missing", allowed });
  }
  return problems;
}

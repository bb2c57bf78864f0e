import { pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";
import type { Problem } from "../../core/errors";
import type { RecoverySettings } from "./args";

/** What AWS would refuse, and what would not bring anything back; paths count from the args. */
export function recoveryProblems(args: RecoverySettings, buckets: readonly string[]): Problem[] {
  const { backups, stateExport, rollback } = args;
  return [
    ...(backups?.buckets ?? []).flatMap((key, index) =>
      bucketProblems(`backups.buckets[${index}]`, key, buckets),
    ),
    ...(stateExport ? bucketProblems("stateExport.bucket", stateExport.bucket, buckets) : []),
    ...Object.entries(rollback?.images ?? {}).flatMap(([service, image]) =>
      pinnedImagePattern.test(image)
        ? []
        : [
            {
              where: { path: `rollback.images.${service}` },
              found: image,
              allowed: pinnedImageWords,
            },
          ],
    ),
  ];
}

function bucketProblems(path: string, key: string, buckets: readonly string[]): Problem[] {
  if (buckets.includes(key)) return [];
  const known = buckets.length > 0 ? `one of ${buckets.join(", ")}` : "none: there is none";
  return [{ where: { path }, found: key, allowed: `the key of a bucket on S3, ${known}` }];
}

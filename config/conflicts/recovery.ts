import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** Buckets that recovery names and that cannot be copied, and images of services that are none. */
export function recoveryConflicts({
  recovery = {},
  storage,
  services = {},
}: FileSettings): SettingsProblem[] {
  const copied = Object.entries(storage?.buckets ?? {})
    .filter(([, bucket]) => bucket.vendor === "s3" && bucket.versioning !== false)
    .map(([key]) => key);
  const named = [
    ...(recovery.backups?.buckets ?? []).map(
      (key, index) => [key, ["backups", "buckets", index]] as const,
    ),
    ...(recovery.stateExport
      ? [[recovery.stateExport.bucket, ["stateExport", "bucket"]] as const]
      : []),
  ];
  return [
    ...named.flatMap(([key, path]) => unlessOneOf(copied, key, ["recovery", ...path])),
    ...Object.keys(recovery.rollback?.images ?? {}).flatMap((key) =>
      unlessOneOf(Object.keys(services), key, ["recovery", "rollback", "images", key]),
    ),
  ];
}

function unlessOneOf(
  known: readonly string[],
  key: string,
  path: (string | number)[],
): SettingsProblem[] {
  if (known.includes(key)) return [];
  const what = path.includes("images")
    ? "a service of groundwork:services"
    : "a bucket of groundwork:storage with vendor s3 that keeps versions";
  const allowed = known.length > 0 ? `${what}: ${known.join(", ")}` : `${what}; there is none`;
  return [{ path: filePath(path), found: key, allowed }];
}

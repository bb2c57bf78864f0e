import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { ofType, textIn } from "../declared";

/** Below which key of the bucket dumps lie. */
const folder = "database";

/**
 * Schemas that Supabase keeps by itself and whose tables the project's own role may not read, or whose content is of no
 * use without a key that never leaves Supabase.
 */
const leftOut = [
  "_analytics",
  "_realtime",
  "_supavisor",
  "pgbouncer",
  "pgsodium",
  "pgsodium_masks",
  "vault",
];

/** `velocity_backup_20261122_031500.sql`, in UTC: of `velocity-platform` the first word. */
export function dumpName(product: string, now: Date): string {
  const [brand = product] = product.split("-");
  const [date = "", time = ""] = now.toISOString().split("T");
  const digits = (text: string) => text.replace(/\D/g, "");
  return `${brand}_backup_${digits(date)}_${digits(time).slice(0, 6)}.sql`;
}

/** The bucket on S3 that the stack declares for backups; none where it has none. */
export function backupBucket(resources: readonly DeclaredResource[]): string | undefined {
  const buckets = ofType(resources, tokens.storageBucket).filter(
    ({ inputs }) => inputs["vendor"] === "s3" && inputs["purpose"] === "backup",
  );
  return buckets.map(({ inputs }) => textIn(inputs, "name")).find(Boolean);
}

export const dumpAddress = (bucket: string, name: string) => `s3://${bucket}/${folder}/${name}`;

// Requirement: DR-05, DR-06
/** How `pg_dump` writes the whole database to a file. Where it is, libpq's variables say: arguments are for all to read. */
export function dumpArguments(file: string): string[] {
  return [
    ...["--format=plain", "--no-owner", "--no-privileges", "--no-password"],
    ...leftOut.map((schema) => `--exclude-schema=${schema}`),
    `--file=${file}`,
  ];
}

/** How the AWS CLI puts it where it belongs, and has S3 hold it to its digest. */
export function copyArguments(file: string, address: string): string[] {
  return ["s3", "cp", file, address, "--checksum-algorithm", "SHA256", "--only-show-errors"];
}

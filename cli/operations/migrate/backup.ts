import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { UserError } from "../../../core/errors";
import { copyArguments, dumpAddress, dumpArguments } from "../../../operations/migrate/backup";
import type { Ran } from "../../../operations/upkeep/ground";

/** What a dump needs: where it goes, and the programs that make and carry it. */
export interface BackupAsked {
  bucket: string;
  name: string;
  /** Where the database is, as libpq reads it. */
  connection: Readonly<Record<string, string>>;
  program: (
    name: string,
    args: readonly string[],
    more: Readonly<Record<string, string>>,
  ) => Promise<Ran>;
}

export interface Backup {
  address: string;
  /** SHA-256 of the file, hex. */
  digest: string;
  bytes: number;
}

// Requirement: DR-05, DR-06
/**
 * Dumps the database, digests the file, and copies it to the bucket. The file holds what users wrote: nobody else on this
 * machine reads it, and it is gone afterwards, whatever happens.
 */
export async function takeBackup({
  bucket,
  name,
  connection,
  program,
}: BackupAsked): Promise<Backup> {
  const folder = mkdtempSync(path.join(tmpdir(), "groundwork-dump-"));
  const file = path.join(folder, name);
  const address = dumpAddress(bucket, name);
  try {
    ended("pg_dump", await program("pg_dump", dumpArguments(file), connection));
    const { size: bytes } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0 };
    if (bytes === 0) throw failed("pg_dump left an empty file");
    const digest = await digestOf(file);
    ended("aws", await program("aws", copyArguments(file, address), {}));
    return { address, digest, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Without what the program said: pg_dump names hosts, and the AWS CLI its requests. */
function ended(name: string, ran: Ran): void {
  if ("missing" in ran) throw failed(ran.missing);
  if (ran.code !== 0) throw failed(`${name} ended with ${ran.code}`);
}

function failed(found: string): UserError {
  return new UserError(
    [
      {
        where: { path: "backup" },
        found,
        fix: "look at DATABASE_URL and at who the AWS CLI is, and run it again: nothing was migrated",
      },
    ],
    2,
  );
}

import { createHash } from "node:crypto";

/** What a row policy of Postgres governs. */
export type RowCommand = "select" | "insert" | "update" | "delete";

/** One row policy on `storage.objects`: its name, the statement that makes it, and the one that takes it away. */
export interface RowPolicy {
  /** Unique on the table, at most 63 bytes. */
  name: string;
  create: string;
  drop: string;
}

/** Each command, and what its policy is called. */
const titles: Readonly<Record<RowCommand, string>> = {
  select: "Users can view their own files",
  insert: "Users can upload to their own folder",
  update: "Users can change their own files",
  delete: "Users can delete their own files",
};

export const rowCommands = Object.keys(titles) as RowCommand[];

/** Longest name in Postgres, in bytes; it cuts longer ones without an error, and two could become one. */
const longestName = 63;

// Requirement: STOR-02
/**
 * A signed-in user reaches the objects of a bucket whose first folder is the user's own id, and no others. A command that
 * is left out is denied to everyone but the service role.
 */
export function ownerFolderPolicies(bucket: string, commands: readonly RowCommand[]): RowPolicy[] {
  const own = ownerCondition(bucket);
  const clauses: Record<RowCommand, string[]> = {
    select: [`using (${own})`],
    insert: [`with check (${own})`],
    // Both: an object may neither be taken from a foreign folder nor be put into one.
    update: [`using (${own})`, `with check (${own})`],
    delete: [`using (${own})`],
  };
  return rowCommands
    .filter((command) => commands.includes(command))
    .map((command) => policy(policyName(bucket, command), command, clauses[command]));
}

function policy(name: string, command: RowCommand, clauses: readonly string[]): RowPolicy {
  const on = `${identifier(name)} on storage.objects`;
  const lines = ["as permissive", `for ${command}`, "to authenticated", ...clauses];
  return {
    name,
    create: `create policy ${[on, ...lines].join("\n  ")}`,
    drop: `drop policy if exists ${on}`,
  };
}

function policyName(bucket: string, command: RowCommand): string {
  const name = `${titles[command]}: ${bucket}`;
  if (Buffer.byteLength(name) <= longestName) return name;
  const digest = createHash("sha256").update(bucket).digest("hex").slice(0, 16);
  return `${titles[command]}: ${digest}`;
}

/** `auth.uid()` is asked once a query, not once a row. Without a user it is null, and null is never equal. */
function ownerCondition(bucket: string): string {
  return `bucket_id = ${literal(bucket)} and (storage.foldername(name))[1] = (select auth.uid())::text`;
}

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Means the same whatever `standard_conforming_strings` says. */
function literal(text: string): string {
  const quoted = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${quoted.replaceAll("\\", "\\\\")}'` : `'${quoted}'`;
}

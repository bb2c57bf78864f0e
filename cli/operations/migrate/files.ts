import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Migration } from "../../../operations/migrate/migration";
import type { Project } from "../../project";

/** Where Supabase's command line takes migrations from. */
export const migrationFolder = ["supabase", "migrations"] as const;
/** Beside it and not in it, since that command line runs every SQL file that lies there. */
export const reverseFolder = ["supabase", "reverse"] as const;

/** Migrations of a project in the order of their names, as Supabase runs them. */
export function migrationsIn({ root }: Pick<Project, "root">): Migration[] {
  const folder = path.join(root, ...migrationFolder);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^\d+_.*\.sql$/.test(file));
  return files.sort().map((file) => ({
    id: file.replace(/\.sql$/, ""),
    sql: readFileSync(path.join(folder, file), "utf8"),
    reversed: existsSync(path.join(root, ...reverseFolder, file)),
  }));
}

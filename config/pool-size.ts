import { roomForPool } from "../catalogue/supabase-compute";
import type { DatabaseSection } from "./sections/database";

/**
 * The tier's pool unless the file says one, and no larger than the server has connections for: what nobody asked for must
 * not be an error.
 */
export function withPool<Section extends DatabaseSection>(
  database: Section,
  poolSize: number,
): Section & { pooler: NonNullable<Section["pooler"]> } {
  const { pooler } = database;
  if (pooler === false) return { ...database, pooler };
  const fitting = Math.min(poolSize, roomForPool(database) ?? poolSize);
  return { ...database, pooler: { poolSize: fitting, ...pooler } };
}

import { PGlite } from "@electric-sql/pglite";

/** As much of Supabase's schemas as row policies on objects look at, with the definitions that Supabase has. */
const schemas = `
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;

create schema auth;
create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;

create schema storage;
create table storage.buckets (
  id text primary key,
  name text not null unique,
  public boolean default false
);
create table storage.objects (
  id uuid primary key default gen_random_uuid(),
  bucket_id text references storage.buckets (id),
  name text,
  owner_id text,
  metadata jsonb,
  unique (bucket_id, name)
);
create function storage.foldername(name text) returns text[] language plpgsql as $$
declare
  _parts text[];
begin
  select string_to_array(name, '/') into _parts;
  return _parts[1 : array_length(_parts, 1) - 1];
end
$$;

alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
grant usage on schema auth, storage to anon, authenticated, service_role;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
`;

/** Who asks: a signed-in user by id, a visitor, or our own server. */
export type Person = { user: string } | "anonymous" | "service";

export interface Outcome {
  /** Rows that came back or were touched. */
  rows: number;
  /** Postgres's own words when it refused. */
  refused?: string;
}

/** A Postgres with Supabase's storage in it, asked the way PostgREST and the Storage API ask: by role and claims. */
export class StoragePostgres {
  private constructor(readonly db: PGlite) {}

  static async open(buckets: readonly string[]): Promise<StoragePostgres> {
    const db = await PGlite.create();
    await db.exec(schemas);
    for (const bucket of buckets) {
      await db.query("insert into storage.buckets (id, name) values ($1, $1)", [bucket]);
    }
    return new StoragePostgres(db);
  }

  /** Forgets all objects and puts these in: bucket and path. */
  async hold(objects: readonly (readonly [bucket: string, path: string])[]): Promise<void> {
    await this.db.exec("delete from storage.objects");
    for (const [bucket, path] of objects) {
      const sql = "insert into storage.objects (bucket_id, name) values ($1, $2)";
      await this.db.query(sql, [bucket, path]);
    }
  }

  /** What a statement does for somebody. Its effects stay only when `keep` is set. */
  async as(person: Person, sql: string, values: unknown[] = [], keep = false): Promise<Outcome> {
    const role = { anonymous: "anon", service: "service_role" };
    const isUser = typeof person === "object";
    let outcome: Outcome = { rows: 0 };
    await this.db.exec("begin");
    try {
      const claims = JSON.stringify(isUser ? { sub: person.user, role: "authenticated" } : {});
      await this.db.query("select set_config('request.jwt.claims', $1, true)", [claims]);
      await this.db.exec(`set local role ${isUser ? "authenticated" : role[person]}`);
      const { rows, affectedRows = 0 } = await this.db.query(sql, values);
      outcome = { rows: Math.max(rows.length, affectedRows) };
    } catch (error) {
      outcome = { rows: 0, refused: (error as Error).message };
    }
    await this.db.exec(keep && outcome.refused === undefined ? "commit" : "rollback");
    return outcome;
  }

  /** `bucket/path` of every object, sorted. */
  async objects(): Promise<string[]> {
    const { rows } = await this.db.query<{ path: string }>(
      "select bucket_id || '/' || name as path from storage.objects order by 1",
    );
    return rows.map(({ path }) => path);
  }

  /** Every row policy there is, as Postgres understood it. */
  async policies(): Promise<Record<string, unknown>[]> {
    const { rows } = await this.db.query<Record<string, unknown>>(
      "select policyname, permissive, roles::text as roles, cmd, qual, with_check from pg_policies order by 1",
    );
    return rows;
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

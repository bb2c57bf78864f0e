import { PGlite } from "@electric-sql/pglite";

/** As much of Supabase as the migrations of errors speak to. Its extensions are told apart by what was asked of them. */
const supabase = `
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;

create schema cron;
create table cron.job (jobname text primary key, schedule text, command text);
create function cron.schedule(name text, at text, command text) returns bigint language sql as $$
  insert into cron.job values (name, at, command)
    on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command
    returning 1::bigint
$$;

create schema vault;
create table vault.decrypted_secrets (name text primary key, decrypted_secret text);

create schema net;
create table net.asked (url text, headers jsonb, body jsonb, timeout_milliseconds integer);
create function net.http_post(url text, headers jsonb, body jsonb, timeout_milliseconds integer)
  returns bigint language sql as $$
  insert into net.asked values (url, headers, body, timeout_milliseconds) returning 1::bigint
$$;
`;

export type Role = "anon" | "authenticated" | "service_role";

/** A Postgres that the migrations ran on, asked by role as the Data API asks. */
export class ErrorPostgres {
  private constructor(readonly db: PGlite) {}

  static async open(migrations: readonly string[]): Promise<ErrorPostgres> {
    const db = await PGlite.create();
    await db.exec(supabase);
    for (const sql of migrations) await db.exec(withoutExtensions(sql));
    return new ErrorPostgres(db);
  }

  /** Rows, or Postgres's own words when it refuses. What is done stays. */
  async as(role: Role, sql: string, values: unknown[] = []): Promise<unknown> {
    await this.db.exec(`set role ${role}`);
    try {
      const { rows, affectedRows = 0 } = await this.db.query(sql, values);
      return rows.length > 0 ? rows : affectedRows;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await this.db.exec("reset role");
    }
  }

  async rows<T>(sql: string): Promise<T[]> {
    return (await this.db.query<T>(sql)).rows;
  }

  /** Runs a scheduled job as it would run at its hour. */
  async runJob(name: string): Promise<void> {
    const [job] = await this.rows<{ command: string }>(
      `select command from cron.job where jobname = '${name}'`,
    );
    if (!job) throw new Error(`no job ${name}`);
    await this.db.exec(job.command);
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

/** Supabase has them; here stand-ins of the same names were made before. */
function withoutExtensions(sql: string): string {
  return sql.replaceAll(/^create extension if not exists (pg_cron|pg_net);$/gm, "");
}

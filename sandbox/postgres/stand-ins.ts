/**
 * What a Supabase project has before its first migration, as far as migrations speak to it: roles, schemas, and extensions
 * that only a server has. Their functions take what Supabase's take, keep jobs and secrets in tables, and do nothing else.
 */
export const supabaseStandIns = `
create role anon nologin;
create role authenticated nologin;
create role service_role nologin bypassrls;
grant usage on schema public to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;

create schema extensions;
create schema auth;
create table auth.users (id uuid primary key, email text);
create function auth.uid() returns uuid language sql stable
  as $$ select nullif(current_setting('request.jwt.claim.sub', true), '')::uuid $$;
create function auth.role() returns text language sql stable
  as $$ select nullif(current_setting('request.jwt.claim.role', true), '') $$;
create function auth.jwt() returns jsonb language sql stable
  as $$ select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb $$;

create schema storage;
create table storage.buckets (id text primary key, name text not null, public boolean default false);
create table storage.objects (
  id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner_id text
);
alter table storage.objects enable row level security;

create schema cron;
create table cron.job (jobid bigserial, jobname text primary key, schedule text, command text);
create function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as $$
  insert into cron.job (jobname, schedule, command) values (job_name, schedule, command)
    on conflict (jobname) do update set schedule = excluded.schedule, command = excluded.command
    returning jobid
$$;
create function cron.unschedule(job_name text) returns boolean language sql as $$
  with gone as (delete from cron.job where jobname = job_name returning 1) select exists (select from gone)
$$;

create schema vault;
create table vault.secrets (id uuid primary key default gen_random_uuid(), name text unique, secret text);
create view vault.decrypted_secrets as select id, name, secret as decrypted_secret from vault.secrets;

create schema net;
create function net.http_post(
  url text, body jsonb default '{}', params jsonb default '{}', headers jsonb default '{}', timeout_milliseconds int default 5000
) returns bigint language sql as $$ select 0::bigint $$;
`;

/** Extensions of which stand-ins of the same names were made before. */
const standing =
  /create\s+extension\s+(if\s+not\s+exists\s+)?"?(pg_cron|pg_net|supabase_vault)"?[^;]*;/gi;

/** A script without what this Postgres cannot load and has a stand-in for. */
export function withoutExtensions(script: string): string {
  return script.replaceAll(standing, ";");
}

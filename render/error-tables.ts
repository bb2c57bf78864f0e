import type { ErrorTracker } from "../catalogue/error-tracking";
import { type ErrorEvent, errorLevels } from "../core/error-event";
import { renderedSqlStart } from "./header";
import type { RenderedFile } from "./service";

/** A column as Postgres knows it: what follows its name, and what it means. */
interface Column {
  type: string;
  means: string;
}

/** Days that errors are kept. */
export const errorRetentionDays = 90;

// Requirement: COMP-09
/** The columns of `public.error_events`, by the names that `ErrorEvent` has. */
export const errorColumns = {
  id: { type: "bigint generated always as identity primary key", means: "in order of arrival" },
  occurred_at: { type: "timestamptz not null default now()", means: "when it happened" },
  service: { type: "text not null", means: "service of the stack, such as web" },
  environment: { type: "text not null", means: "tier, such as prod" },
  release: { type: "text", means: "commit or version that was running" },
  level: {
    type: `text not null default 'error' check (level in (${errorLevels.map((it) => `'${it}'`).join(", ")}))`,
    means: "how bad it is",
  },
  name: { type: "text not null", means: "class of the error" },
  message: { type: "text not null", means: "what it says" },
  stack: { type: "text", means: "where in the code" },
  path: { type: "text", means: "path that was asked for, without its query" },
  user_id: { type: "uuid", means: "who saw it" },
  context: { type: "jsonb not null default '{}'", means: "what else is known, never a secret" },
  group_key: { type: "text", means: "the same for errors that are one; set by the notifier" },
  handled_at: { type: "timestamptz", means: "when the notifier read it" },
  mailed_at: { type: "timestamptz", means: "when somebody was told because of it" },
} as const satisfies Readonly<Record<keyof ErrorEvent, Column>>;

// Requirement: DB-15, ALRT-07
/**
 * The migrations that keep errors in the database and have the notifier called; none where errors go to Sentry. They are
 * the same for all stacks, since all stacks run the same ones.
 */
export function errorMigrations({ kind }: { kind: ErrorTracker }): RenderedFile[] {
  if (kind !== "database") return [];
  return [
    { file: fileOf("20261101000000_error_events"), text: tableText() },
    { file: fileOf("20261101000100_error_notifier"), text: notifierText },
  ];
}

const fileOf = (version: string) => `supabase/migrations/${version}.sql`;
const header = `${renderedSqlStart}groundwork:errorTracking. Change it with a migration of its own.`;

function tableText(): string {
  const columns = Object.entries(errorColumns).map(([name, { type }]) => `  ${name} ${type}`);
  const comments = Object.entries(errorColumns).map(
    ([name, { means }]) => `comment on column public.error_events.${name} is '${means}';`,
  );
  return `${header}
-- Rollback: it stays. What came before does not see the table, and to drop it loses what was reported.

create table public.error_events (
${columns.join(",\n")}
);

comment on table public.error_events is 'Errors of the product, written and read by the service role alone';
${comments.join("\n")}

-- What the notifier asks for: what is new, and what was told lately.
create index error_events_new on public.error_events (id) where handled_at is null;
create index error_events_told on public.error_events (group_key, mailed_at) where mailed_at is not null;
create index error_events_occurred on public.error_events (occurred_at);

-- No policy at all: with row level security on, nobody but the service role sees or writes a row.
alter table public.error_events enable row level security;
revoke all on public.error_events from public, anon, authenticated;
grant select, insert, update, delete on public.error_events to service_role;

-- Errors speak of people: they are not kept longer than they are of use.
create extension if not exists pg_cron;
select cron.schedule(
  'forget-error-events',
  '17 3 * * *',
  $$delete from public.error_events where occurred_at < now() - interval '${errorRetentionDays} days'$$
);
`;
}

/** Address and key differ by stack, so they stand in Supabase Vault. */
const notifierText = `${header}
-- Nobody is called until the project's address and key stand in its vault, once for each project:
--   select vault.create_secret('https://<ref>.supabase.co', 'project_url');
--   select vault.create_secret('<the service role key>', 'service_role_key');

create extension if not exists pg_net;
select cron.schedule(
  'error-notifier',
  '*/5 * * * *',
  $$select net.http_post(
    url := (select decrypted_secret from vault.decrypted_secrets where name = 'project_url')
      || '/functions/v1/error-notifier',
    headers := jsonb_build_object(
      'Content-Type', 'application/json',
      'Authorization', 'Bearer '
        || (select decrypted_secret from vault.decrypted_secrets where name = 'service_role_key')
    ),
    body := '{}'::jsonb,
    timeout_milliseconds := 30000
  )
  where exists (select from public.error_events where handled_at is null)
    and exists (select from vault.decrypted_secrets where name = 'service_role_key')$$
);
`;

-- Rendered by groundwork from groundwork:errorTracking. Change it with a migration of its own.
-- Rollback: it stays. What came before does not see the table, and to drop it loses what was reported.

create table public.error_events (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default now(),
  service text not null,
  environment text not null,
  release text,
  level text not null default 'error' check (level in ('warning', 'error', 'fatal')),
  name text not null,
  message text not null,
  stack text,
  path text,
  user_id uuid,
  context jsonb not null default '{}',
  group_key text,
  handled_at timestamptz,
  mailed_at timestamptz
);

comment on table public.error_events is 'Errors of the product, written and read by the service role alone';
comment on column public.error_events.id is 'in order of arrival';
comment on column public.error_events.occurred_at is 'when it happened';
comment on column public.error_events.service is 'service of the stack, such as web';
comment on column public.error_events.environment is 'tier, such as prod';
comment on column public.error_events.release is 'commit or version that was running';
comment on column public.error_events.level is 'how bad it is';
comment on column public.error_events.name is 'class of the error';
comment on column public.error_events.message is 'what it says';
comment on column public.error_events.stack is 'where in the code';
comment on column public.error_events.path is 'path that was asked for, without its query';
comment on column public.error_events.user_id is 'who saw it';
comment on column public.error_events.context is 'what else is known, never a secret';
comment on column public.error_events.group_key is 'the same for errors that are one; set by the notifier';
comment on column public.error_events.handled_at is 'when the notifier read it';
comment on column public.error_events.mailed_at is 'when somebody was told because of it';

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
  $$delete from public.error_events where occurred_at < now() - interval '90 days'$$
);

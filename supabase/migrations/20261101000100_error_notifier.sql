-- Rendered by groundwork from groundwork:errorTracking. Change it with a migration of its own.
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

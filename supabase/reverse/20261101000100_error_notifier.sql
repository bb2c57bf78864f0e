-- Takes back the schedule alone: pg_net stays, since others may use it, and so do secrets in the vault.

select cron.unschedule('error-notifier');

import type { UptimeContext } from "./args";

/** What a person who is woken by an alarm reads first. */
export function alarmText(
  { owner, runbooks }: Pick<UptimeContext, "owner" | "runbooks">,
  { what, when }: { what: string; when: string },
): string {
  return `${what}. Goes off when ${when}. What to do: ${runbooks}/uptime.md. Owner: ${owner}.`;
}

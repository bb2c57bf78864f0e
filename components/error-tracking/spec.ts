import { type ErrorTrackingSettings, defaults } from "./args";

// Requirement: ALRT-07
/** What the notifier reads from its environment, besides its key. Nothing where nobody is told. */
export function notifierVariables(args: ErrorTrackingSettings): Record<string, string> {
  if (args.kind !== "database" || !args.mail) return {};
  const { product, tier, mail } = args;
  return {
    ERROR_MAIL_FROM: mail.from,
    ERROR_MAIL_TO: mail.to.join(","),
    ERROR_MAIL_REPEAT_HOURS: String(mail.repeatHours ?? defaults.repeatHours),
    ERROR_MAIL_SUBJECT: `${product} ${tier}`,
  };
}

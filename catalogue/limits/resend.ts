import type { Limits } from "./limit";

const page = {
  source: "https://resend.com/pricing",
  recorded: "a function of the database mails by Resend; the account is nobody's resource",
} as const;

/** What Resend's plans give. */
export const resendLimits: Limits = {
  dailyMails: {
    sku: "resend-daily-cap",
    item: "Mails of a day",
    unit: "mails a day",
    value: { free: 100, pro: "no limit" },
    asOf: "2026-10-10",
    confidence: "high",
    ...page,
  },
  domains: {
    sku: "resend-domains",
    item: "Domains that mails are sent from",
    unit: "domains",
    value: { free: [1, 3] },
    asOf: "2026-08-21",
    confidence: "medium",
    ...page,
    note: "Two readings of the page disagree: 1 on 2026-08-21, 3 on 2026-08-19.",
  },
};

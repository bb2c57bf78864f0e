import type { Reference } from "../../rule";

/** That a loss is planned for, with objectives. */
export const continuity: readonly Reference[] = [
  { standard: "ISO/IEC 27001:2022", clause: "A.5.30" },
  { standard: "SOC 2", clause: "A1.2" },
];

/** That what is kept is copied, and the copies are kept safe. */
export const backups: readonly Reference[] = [
  { standard: "ISO/IEC 27001:2022", clause: "A.8.13" },
  { standard: "SOC 2", clause: "A1.2" },
];

/** That access to personal data can be restored in good time. */
export const restorable: Reference = {
  standard: "GDPR",
  clause: "Article 32(1)(c)",
  url: "https://gdpr-info.eu/art-32-gdpr/",
};

/** That measures are tested, and not only written down. */
export const tested: readonly Reference[] = [
  { standard: "SOC 2", clause: "A1.3" },
  { standard: "GDPR", clause: "Article 32(1)(d)", url: "https://gdpr-info.eu/art-32-gdpr/" },
];

/** That there is more than one of what must go on. */
export const redundancy: Reference = { standard: "ISO/IEC 27001:2022", clause: "A.8.14" };

/** That a change can be taken back. */
export const changeControl: readonly Reference[] = [
  { standard: "ISO/IEC 27001:2022", clause: "A.8.32" },
  { standard: "SOC 2", clause: "CC8.1" },
];

import type { Reference } from "../../rule";
import { gdpr, iso, soc2 } from "../references";

/** That a loss is planned for, with objectives. */
export const continuity: readonly Reference[] = [iso("A.5.30"), soc2("A1.2")];

/** That what is kept is copied, and the copies are kept safe. */
export const backups: readonly Reference[] = [iso("A.8.13"), soc2("A1.2")];

/** That access to personal data can be restored in good time. */
export const restorable: Reference = gdpr(32, "Article 32(1)(c)");

/** That measures are tested, and not only written down. */
export const tested: readonly Reference[] = [soc2("A1.3"), gdpr(32, "Article 32(1)(d)")];

/** That there is more than one of what must go on. */
export const redundancy: Reference = iso("A.8.14");

/** That a change can be taken back. */
export const changeControl: readonly Reference[] = [iso("A.8.32"), soc2("CC8.1")];

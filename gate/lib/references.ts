import { iso, soc2 } from "../../policies/lib/references";
import type { Reference } from "../../policies/rule";

/** That changes are authorised, tested and approved before they are made. */
export const changeManagement: readonly Reference[] = [soc2("CC8.1"), iso("A.8.32")];

import type { Reference } from "../../policies/rule";

/** That changes are authorised, tested and approved before they are made. */
export const changeManagement: readonly Reference[] = [
  { standard: "SOC 2", clause: "CC8.1" },
  { standard: "ISO/IEC 27001:2022", clause: "A.8.32" },
];
